import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from secretariat.audit.actions import seal


def seal_tables(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Acts are added, never changed: the database itself refuses UPDATE and DELETE."""
    seal(editor, "silence_opening", "silence_closing")


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Opening',
            fields=[
                ('act', models.CharField(max_length=160, primary_key=True, serialize=False)),
                ('draft', models.CharField(db_index=True, max_length=160)),
                ('zone', models.CharField(max_length=60)),
                ('opened_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Closing',
            fields=[
                ('opening', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='closing', serialize=False, to='silence.opening')),
                ('outcome', models.CharField(max_length=30)),
                ('decided_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField()),
                ('content_hash', models.CharField(max_length=64)),
            ],
        ),
        migrations.RunPython(seal_tables, migrations.RunPython.noop),
    ]
