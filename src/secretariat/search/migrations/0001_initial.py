from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# The stems hold ASCII letters, digits and letters beyond ASCII only: the tokenizer "ascii" leaves them as they are,
# whatever version of Unicode the database knows.
SQLITE = "CREATE VIRTUAL TABLE search_words USING fts5(names, title, body, content='', tokenize='ascii')"
POSTGRESQL = (
    "CREATE TABLE search_words (id bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX search_words_words ON search_words USING gin (words)",
)


def make_words(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """The structure that finds stems, in the way of each database."""
    for statement in POSTGRESQL if editor.connection.vendor == "postgresql" else (SQLITE,):
        editor.execute(statement, params=None)


def drop_words(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Without it."""
    editor.execute("DROP TABLE search_words", params=None)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('table', models.CharField(max_length=80)),
                ('key', models.CharField(max_length=160)),
                ('identity', models.CharField(max_length=160)),
                ('place', models.CharField(blank=True, max_length=160)),
                ('name', models.CharField(blank=True, max_length=400)),
                ('day', models.DateField(null=True)),
                ('title_en', models.TextField(blank=True)),
                ('title_ru', models.TextField(blank=True)),
                ('text_en', models.TextField(blank=True)),
                ('text_ru', models.TextField(blank=True)),
            ],
            options={
                'verbose_name_plural': 'entries',
                'constraints': [models.UniqueConstraint(fields=('table', 'key'), name='search_entry_once')],
            },
        ),
        migrations.RunPython(make_words, drop_words),
    ]
