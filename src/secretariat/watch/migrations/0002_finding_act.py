import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from secretariat.audit.actions import seal


def seal_tables(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Rows are added, never changed: the database itself refuses UPDATE and DELETE."""
    seal(editor, "watch_findingact")


class Migration(migrations.Migration):

    dependencies = [
        ('watch', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='FindingAct',
            fields=[
                ('key', models.CharField(max_length=160, primary_key=True, serialize=False)),
                ('known_from', models.DateTimeField(db_index=True, null=True)),
                ('standing', models.CharField(max_length=12)),
                ('sources', models.JSONField(default=list)),
                ('retracted', models.BooleanField(default=False)),
                ('mark', models.CharField(default='public', max_length=12)),
                ('note', models.JSONField(null=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('date', models.CharField(max_length=32, null=True)),
                ('earliest', models.DateField(null=True)),
                ('latest', models.DateField(db_index=True, null=True)),
                ('alternatives', models.JSONField(default=list)),
                ('unit', models.CharField(max_length=80)),
                ('event_kind', models.CharField(max_length=80)),
                ('month', models.CharField(max_length=7)),
                ('finding', models.CharField(max_length=12)),
                ('value', models.CharField(max_length=40)),
                ('stage', models.CharField(max_length=12)),
                ('by', models.JSONField(null=True)),
                ('reason', models.JSONField(null=True)),
                ('dataset', models.CharField(max_length=80)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='watch.findingact')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='watch_findingact_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='watch_findingact_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='watch_findingact_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='watch_findingact_corrects'), models.CheckConstraint(condition=models.Q(models.Q(('date__isnull', True), ('earliest__isnull', True), ('latest__isnull', True)), models.Q(('date__isnull', False), ('earliest__lte', models.F('latest'))), _connector='OR'), name='watch_findingact_dated')],
            },
        ),
        migrations.RunPython(seal_tables, migrations.RunPython.noop),
    ]
