import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from secretariat.audit.actions import seal


def seal_tables(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Acts are added, never changed: the database itself refuses UPDATE and DELETE."""
    seal(editor, "sources_citation")


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Citation',
            fields=[
                ('key', models.CharField(max_length=160, primary_key=True, serialize=False)),
                ('known_from', models.DateTimeField(db_index=True, null=True)),
                ('standing', models.CharField(max_length=12)),
                ('sources', models.JSONField(default=list)),
                ('retracted', models.BooleanField(default=False)),
                ('mark', models.CharField(default='public', max_length=12)),
                ('note', models.JSONField(null=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('title', models.JSONField()),
                ('publisher', models.CharField(blank=True, max_length=200)),
                ('url', models.CharField(blank=True, max_length=1000)),
                ('date', models.CharField(max_length=32, null=True)),
                ('language', models.CharField(blank=True, max_length=12)),
                ('accessed', models.DateField(null=True)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='sources.citation')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='sources_citation_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='sources_citation_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='sources_citation_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='sources_citation_corrects')],
            },
        ),
        migrations.RunPython(seal_tables, migrations.RunPython.noop),
    ]
