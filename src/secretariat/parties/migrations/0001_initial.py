import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from secretariat.audit.actions import seal


def seal_tables(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Acts are added, never changed: the database itself refuses UPDATE and DELETE."""
    seal(editor, "parties_organisation", "parties_state", "parties_instrument", "parties_treatyact")


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Instrument',
            fields=[
                ('key', models.CharField(max_length=160, primary_key=True, serialize=False)),
                ('known_from', models.DateTimeField(db_index=True, null=True)),
                ('standing', models.CharField(max_length=12)),
                ('sources', models.JSONField(default=list)),
                ('retracted', models.BooleanField(default=False)),
                ('mark', models.CharField(default='public', max_length=12)),
                ('note', models.JSONField(null=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('kind', models.CharField(max_length=40)),
                ('title', models.JSONField()),
                ('short', models.JSONField(null=True)),
                ('place', models.JSONField(null=True)),
                ('entry', models.JSONField(default=dict)),
                ('registration', models.CharField(blank=True, max_length=200)),
                ('amends', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='amended_by', to='parties.instrument')),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='parties.instrument')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='parties_instrument_standing'),
                    models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='parties_instrument_mark'),
                    models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='parties_instrument_hashed'),
                    models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='parties_instrument_corrects'),
                ],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Organisation',
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
                ('short', models.JSONField()),
                ('languages', models.JSONField(default=list)),
                ('members_listed_in', models.CharField(default='en', max_length=12)),
                ('symbol_scheme', models.CharField(blank=True, max_length=100)),
                ('point_of_view', models.JSONField(null=True)),
                ('fields_of_work', models.JSONField(default=list)),
                ('regions', models.JSONField(default=list)),
                ('disclaimer', models.JSONField(null=True)),
                ('constituent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='constitutes', to='parties.instrument')),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='parties.organisation')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='parties_organisation_standing'),
                    models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='parties_organisation_mark'),
                    models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='parties_organisation_hashed'),
                    models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='parties_organisation_corrects'),
                ],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='State',
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
                ('protocol_name', models.JSONField()),
                ('former_names', models.JSONField(default=list)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='parties.state')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='parties_state_standing'),
                    models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='parties_state_mark'),
                    models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='parties_state_hashed'),
                    models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='parties_state_corrects'),
                ],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TreatyAct',
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
                ('kind', models.CharField(max_length=30)),
                ('effective', models.CharField(max_length=32, null=True)),
                ('by', models.CharField(blank=True, max_length=40)),
                ('place', models.JSONField(null=True)),
                ('text', models.JSONField(null=True)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='parties.treatyact')),
                ('instrument', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acts', to='parties.instrument')),
                ('state', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='treaty_acts', to='parties.state')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='parties_treatyact_standing'),
                    models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='parties_treatyact_mark'),
                    models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='parties_treatyact_hashed'),
                    models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='parties_treatyact_corrects'),
                    models.CheckConstraint(condition=models.Q(models.Q(('date__isnull', True), ('earliest__isnull', True), ('latest__isnull', True)), models.Q(('date__isnull', False), ('earliest__lte', models.F('latest'))), _connector='OR'), name='parties_treatyact_dated'),
                    models.CheckConstraint(condition=models.Q(('kind__in', ['definitive_signature', 'signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'provisional_application', 'reservation', 'declaration', 'notice_of_withdrawal', 'withdrawal', 'suspension', 'lifting', 'expulsion', 'lapse', 'announcement', 'observer_status', 'partner_status'])), name='parties_treatyact_kind'),
                ],
                'abstract': False,
            },
        ),
        migrations.RunPython(seal_tables, migrations.RunPython.noop),
    ]
