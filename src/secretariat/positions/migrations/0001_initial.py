import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from secretariat.audit.actions import seal


def seal_tables(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Acts are added, never changed: the database itself refuses UPDATE and DELETE."""
    seal(
        editor,
        "positions_forum",
        "positions_positionplan",
        "positions_position",
        "positions_positiontext",
        "positions_positionact",
        "positions_namedvote",
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
            name='Forum',
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
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='positions.forum')),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='positions.forum')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='positions_forum_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='positions_forum_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='positions_forum_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='positions_forum_corrects')],
            },
        ),
        migrations.CreateModel(
            name='PositionPlan',
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
                ('state', models.CharField(max_length=12)),
                ('title', models.JSONField()),
                ('covers', models.CharField(max_length=32, null=True)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='positions.positionplan')),
                ('meeting', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='position_plans', to='organs.meeting')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='positions_positionplan_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='positions_positionplan_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='positions_positionplan_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='positions_positionplan_corrects'), models.CheckConstraint(condition=models.Q(models.Q(('date__isnull', True), ('earliest__isnull', True), ('latest__isnull', True)), models.Q(('date__isnull', False), ('earliest__lte', models.F('latest'))), _connector='OR'), name='positions_positionplan_dated'), models.CheckConstraint(condition=models.Q(('kind__in', ['consultations', 'joint_statements', 'instructions', 'procedure'])), name='positions_positionplan_kind'), models.CheckConstraint(condition=models.Q(('state__in', ['adopted', 'on_agenda', 'mentioned'])), name='positions_positionplan_state')],
            },
        ),
        migrations.CreateModel(
            name='Position',
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
                ('kind', models.CharField(max_length=24)),
                ('title', models.JSONField()),
                ('planned', models.BooleanField(null=True)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='positions.position')),
                ('decision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='decisions.decision')),
                ('forum', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='positions.forum')),
                ('meeting', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='organs.meeting')),
                ('plan', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='positions.positionplan')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='positions_position_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='positions_position_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='positions_position_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='positions_position_corrects'), models.CheckConstraint(condition=models.Q(models.Q(('date__isnull', True), ('earliest__isnull', True), ('latest__isnull', True)), models.Q(('date__isnull', False), ('earliest__lte', models.F('latest'))), _connector='OR'), name='positions_position_dated'), models.CheckConstraint(condition=models.Q(('kind__in', ['joint_statement', 'common_position', 'explanation_of_vote', 'co_sponsorship', 'consultation'])), name='positions_position_kind')],
            },
        ),
        migrations.CreateModel(
            name='NamedVote',
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
                ('dataset', models.CharField(max_length=160)),
                ('rollcall', models.CharField(max_length=100)),
                ('resolution', models.CharField(blank=True, max_length=100)),
                ('agreed', models.CharField(max_length=8, null=True)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='positions.namedvote')),
                ('position', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='named_votes', to='positions.position')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='positions_namedvote_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='positions_namedvote_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='positions_namedvote_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='positions_namedvote_corrects'), models.CheckConstraint(condition=models.Q(models.Q(('date__isnull', True), ('earliest__isnull', True), ('latest__isnull', True)), models.Q(('date__isnull', False), ('earliest__lte', models.F('latest'))), _connector='OR'), name='positions_namedvote_dated'), models.CheckConstraint(condition=models.Q(('agreed__in', ['yes', 'abstain', 'no']), ('agreed__isnull', True), _connector='OR'), name='positions_namedvote_agreed')],
            },
        ),
        migrations.CreateModel(
            name='PositionAct',
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
                ('text', models.JSONField(null=True)),
                ('document', models.CharField(blank=True, max_length=100)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='positions.positionact')),
                ('position', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acts', to='positions.position')),
                ('state', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='position_acts', to='parties.state')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='positions_positionact_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='positions_positionact_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='positions_positionact_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='positions_positionact_corrects'), models.CheckConstraint(condition=models.Q(models.Q(('date__isnull', True), ('earliest__isnull', True), ('latest__isnull', True)), models.Q(('date__isnull', False), ('earliest__lte', models.F('latest'))), _connector='OR'), name='positions_positionact_dated'), models.CheckConstraint(condition=models.Q(('kind__in', ['joined', 'joined_with_reservation', 'silent', 'declined', 'not_invited', 'delivered', 'not_reached', 'withdrawn'])), name='positions_positionact_kind')],
            },
        ),
        migrations.CreateModel(
            name='PositionText',
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
                ('version', models.IntegerField()),
                ('stage', models.CharField(max_length=12)),
                ('gist', models.JSONField()),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='positions.positiontext')),
                ('position', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='positions.position')),
                ('state', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='position_texts', to='parties.state')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='positions_positiontext_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='positions_positiontext_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='positions_positiontext_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='positions_positiontext_corrects'), models.CheckConstraint(condition=models.Q(models.Q(('date__isnull', True), ('earliest__isnull', True), ('latest__isnull', True)), models.Q(('date__isnull', False), ('earliest__lte', models.F('latest'))), _connector='OR'), name='positions_positiontext_dated'), models.CheckConstraint(condition=models.Q(('stage__in', ['proposed', 'revised', 'agreed'])), name='positions_positiontext_stage'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='positions_positiontext_version')],
            },
        ),
        migrations.RunPython(seal_tables, migrations.RunPython.noop),
    ]
