import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from secretariat.audit.actions import seal


def seal_tables(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Acts are added, never changed: the database itself refuses UPDATE and DELETE."""
    seal(editor, "sources_release")


class Migration(migrations.Migration):

    dependencies = [
        ('sources', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Release',
            fields=[
                ('key', models.CharField(max_length=160, primary_key=True, serialize=False)),
                ('known_from', models.DateTimeField(db_index=True, null=True)),
                ('standing', models.CharField(max_length=12)),
                ('sources', models.JSONField(default=list)),
                ('retracted', models.BooleanField(default=False)),
                ('mark', models.CharField(default='public', max_length=12)),
                ('note', models.JSONField(null=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('dataset', models.CharField(db_index=True, max_length=80)),
                ('kind', models.CharField(max_length=80)),
                ('release', models.CharField(blank=True, max_length=200)),
                ('file', models.CharField(blank=True, max_length=400)),
                ('sha256', models.CharField(max_length=64)),
                ('importer', models.IntegerField(default=1)),
                ('options', models.JSONField(default=dict)),
                ('rows', models.JSONField(default=dict)),
                ('quarantined', models.IntegerField(null=True)),
                ('licence', models.CharField(blank=True, max_length=400)),
                ('retrieved', models.DateField(null=True)),
                ('url', models.CharField(blank=True, max_length=1000)),
                ('coverage', models.JSONField(null=True)),
                ('rows_known_by', models.CharField(max_length=80, null=True)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='sources.release')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='sources_release_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='sources_release_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='sources_release_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='sources_release_corrects')],
            },
        ),
        migrations.RunPython(seal_tables, migrations.RunPython.noop),
    ]
