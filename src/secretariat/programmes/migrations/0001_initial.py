import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from secretariat.audit.actions import seal


def seal_tables(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Acts are added, never changed: the database itself refuses UPDATE and DELETE."""
    seal(
        editor,
        "programmes_field",
        "programmes_indicator",
        "programmes_operation",
        "programmes_operationact",
        "programmes_measurement",
        "programmes_plan",
    )


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('decisions', '0001_initial'),
        ('organs', '0001_initial'),
        ('parties', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Field',
            fields=[
                ('key', models.CharField(max_length=160, primary_key=True, serialize=False)),
                ('known_from', models.DateTimeField(db_index=True, null=True)),
                ('standing', models.CharField(max_length=12)),
                ('sources', models.JSONField(default=list)),
                ('retracted', models.BooleanField(default=False)),
                ('mark', models.CharField(default='public', max_length=12)),
                ('note', models.JSONField(null=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('name', models.JSONField()),
                ('about', models.JSONField(null=True)),
                ('bodies', models.JSONField(default=list)),
                ('since', models.CharField(max_length=32, null=True)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='programmes.field')),
                ('council', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='fields_of_work', to='organs.organ')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='programmes_field_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='programmes_field_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='programmes_field_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='programmes_field_corrects')],
            },
        ),
        migrations.CreateModel(
            name='Indicator',
            fields=[
                ('key', models.CharField(max_length=160, primary_key=True, serialize=False)),
                ('known_from', models.DateTimeField(db_index=True, null=True)),
                ('standing', models.CharField(max_length=12)),
                ('sources', models.JSONField(default=list)),
                ('retracted', models.BooleanField(default=False)),
                ('mark', models.CharField(default='public', max_length=12)),
                ('note', models.JSONField(null=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('name', models.JSONField()),
                ('unit', models.CharField(max_length=40)),
                ('unit_name', models.JSONField()),
                ('units', models.JSONField(default=list)),
                ('definition', models.JSONField(null=True)),
                ('direction', models.CharField(max_length=20)),
                ('rhythm', models.CharField(max_length=20)),
                ('reporter', models.CharField(max_length=20)),
                ('since', models.DateField(null=True)),
                ('additive', models.BooleanField(default=True)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='programmes.indicator')),
                ('field', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='indicators', to='programmes.field')),
                ('part_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='programmes.indicator')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='programmes_indicator_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='programmes_indicator_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='programmes_indicator_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='programmes_indicator_corrects')],
            },
        ),
        migrations.CreateModel(
            name='Operation',
            fields=[
                ('key', models.CharField(max_length=160, primary_key=True, serialize=False)),
                ('known_from', models.DateTimeField(db_index=True, null=True)),
                ('standing', models.CharField(max_length=12)),
                ('sources', models.JSONField(default=list)),
                ('retracted', models.BooleanField(default=False)),
                ('mark', models.CharField(default='public', max_length=12)),
                ('note', models.JSONField(null=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('name', models.JSONField()),
                ('about', models.JSONField(null=True)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='programmes.operation')),
                ('field', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='operations', to='programmes.field')),
                ('state', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='operations', to='parties.state')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='programmes_operation_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='programmes_operation_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='programmes_operation_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='programmes_operation_corrects')],
            },
        ),
        migrations.CreateModel(
            name='OperationAct',
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
                ('kind', models.CharField(max_length=20)),
                ('name', models.JSONField(null=True)),
                ('number', models.CharField(blank=True, max_length=40)),
                ('place', models.JSONField(null=True)),
                ('participants', models.JSONField(default=list)),
                ('observers', models.JSONField(default=list)),
                ('observers_count', models.IntegerField(null=True)),
                ('observers_qualifier', models.CharField(default='exact', max_length=12)),
                ('text', models.JSONField(null=True)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='programmes.operationact')),
                ('operation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acts', to='programmes.operation')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='programmes_operationact_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='programmes_operationact_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='programmes_operationact_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='programmes_operationact_corrects'), models.CheckConstraint(condition=models.Q(models.Q(('date__isnull', True), ('earliest__isnull', True), ('latest__isnull', True)), models.Q(('date__isnull', False), ('earliest__lte', models.F('latest'))), _connector='OR'), name='programmes_operationact_dated'), models.CheckConstraint(condition=models.Q(('kind__in', ['phase', 'made_permanent', 'suspended', 'ended'])), name='programmes_operationact_kind')],
            },
        ),
        migrations.CreateModel(
            name='Measurement',
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
                ('start', models.DateField(null=True)),
                ('end', models.DateField(null=True)),
                ('value', models.FloatField(null=True)),
                ('low', models.FloatField(null=True)),
                ('high', models.FloatField(null=True)),
                ('qualifier', models.CharField(max_length=12)),
                ('unit', models.CharField(blank=True, max_length=40)),
                ('cumulative', models.BooleanField(default=False)),
                ('by', models.JSONField(null=True)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='programmes.measurement')),
                ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='measurements', to='programmes.indicator')),
                ('state', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='measurements', to='parties.state')),
                ('operation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='results', to='programmes.operation')),
                ('phase', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='results', to='programmes.operationact')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='programmes_measurement_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='programmes_measurement_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='programmes_measurement_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='programmes_measurement_corrects'), models.CheckConstraint(condition=models.Q(models.Q(('date__isnull', True), ('earliest__isnull', True), ('latest__isnull', True)), models.Q(('date__isnull', False), ('earliest__lte', models.F('latest'))), _connector='OR'), name='programmes_measurement_dated'), models.CheckConstraint(condition=models.Q(('qualifier__in', ['exact', 'about', 'almost', 'more_than', 'at_least', 'less_than', 'range'])), name='programmes_measurement_qualifier'), models.CheckConstraint(condition=models.Q(('standing', 'unknown'), ('value__isnull', False), models.Q(('high__gte', models.F('low')), ('low__isnull', False)), _connector='OR'), name='programmes_measurement_value'), models.CheckConstraint(condition=models.Q(('start__isnull', True), ('end__isnull', True), ('end__gte', models.F('start')), _connector='OR'), name='programmes_measurement_period')],
            },
        ),
        migrations.CreateModel(
            name='Plan',
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
                ('title', models.JSONField()),
                ('start', models.DateField(null=True)),
                ('end', models.DateField(null=True)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='programmes.plan')),
                ('decision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='decisions.decision')),
                ('field', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='programmes.field')),
                ('provision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='decisions.provision')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='programmes_plan_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='programmes_plan_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='programmes_plan_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='programmes_plan_corrects'), models.CheckConstraint(condition=models.Q(models.Q(('date__isnull', True), ('earliest__isnull', True), ('latest__isnull', True)), models.Q(('date__isnull', False), ('earliest__lte', models.F('latest'))), _connector='OR'), name='programmes_plan_dated')],
            },
        ),
        migrations.RunPython(seal_tables, migrations.RunPython.noop),
    ]
