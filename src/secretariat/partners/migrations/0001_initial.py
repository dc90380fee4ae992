import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from secretariat.audit.actions import seal


def seal_tables(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Acts are added, never changed: the database itself refuses UPDATE and DELETE."""
    seal(
        editor,
        "partners_partner",
        "partners_partneract",
        "partners_membership",
        "partners_link",
        "partners_linkact",
        "partners_contact",
        "partners_followup",
        "partners_followupact",
    )


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('parties', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Contact',
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
                ('partners', models.JSONField(default=list)),
                ('kind', models.CharField(max_length=20)),
                ('title', models.JSONField()),
                ('place', models.JSONField(null=True)),
                ('text', models.JSONField(null=True)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='partners.contact')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='partners_contact_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='partners_contact_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='partners_contact_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='partners_contact_corrects'), models.CheckConstraint(condition=models.Q(models.Q(('date__isnull', True), ('earliest__isnull', True), ('latest__isnull', True)), models.Q(('date__isnull', False), ('earliest__lte', models.F('latest'))), _connector='OR'), name='partners_contact_dated'), models.CheckConstraint(condition=models.Q(('kind__in', ['meeting', 'consultation', 'participation', 'joint_activity', 'joint_statement', 'correspondence'])), name='partners_contact_kind')],
            },
        ),
        migrations.CreateModel(
            name='FollowUp',
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
                ('responsible', models.JSONField(null=True)),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='partners.contact')),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='partners.followup')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='partners_followup_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='partners_followup_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='partners_followup_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='partners_followup_corrects')],
            },
        ),
        migrations.CreateModel(
            name='FollowUpAct',
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
                ('due', models.CharField(max_length=32, null=True)),
                ('text', models.JSONField(null=True)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='partners.followupact')),
                ('follow_up', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acts', to='partners.followup')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='partners_followupact_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='partners_followupact_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='partners_followupact_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='partners_followupact_corrects'), models.CheckConstraint(condition=models.Q(models.Q(('date__isnull', True), ('earliest__isnull', True), ('latest__isnull', True)), models.Q(('date__isnull', False), ('earliest__lte', models.F('latest'))), _connector='OR'), name='partners_followupact_dated'), models.CheckConstraint(condition=models.Q(('kind__in', ['agreed', 'moved', 'done', 'dropped'])), name='partners_followupact_kind'), models.CheckConstraint(condition=models.Q(('due__isnull', True), ('kind__in', ['agreed', 'moved']), _connector='OR'), name='partners_followupact_due')],
            },
        ),
        migrations.CreateModel(
            name='Partner',
            fields=[
                ('key', models.CharField(max_length=160, primary_key=True, serialize=False)),
                ('known_from', models.DateTimeField(db_index=True, null=True)),
                ('standing', models.CharField(max_length=12)),
                ('sources', models.JSONField(default=list)),
                ('retracted', models.BooleanField(default=False)),
                ('mark', models.CharField(default='public', max_length=12)),
                ('note', models.JSONField(null=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('kind', models.CharField(max_length=20)),
                ('name', models.JSONField()),
                ('short', models.JSONField()),
                ('website', models.CharField(blank=True, max_length=300)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='partners.partner')),
                ('part_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bodies', to='partners.partner')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='partners_partner_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='partners_partner_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='partners_partner_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='partners_partner_corrects'), models.CheckConstraint(condition=models.Q(('kind__in', ['organisation', 'body', 'arrangement'])), name='partners_partner_kind')],
            },
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('key', models.CharField(max_length=160, primary_key=True, serialize=False)),
                ('known_from', models.DateTimeField(db_index=True, null=True)),
                ('standing', models.CharField(max_length=12)),
                ('sources', models.JSONField(default=list)),
                ('retracted', models.BooleanField(default=False)),
                ('mark', models.CharField(default='public', max_length=12)),
                ('note', models.JSONField(null=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('kind', models.CharField(max_length=20)),
                ('title', models.JSONField()),
                ('symbol', models.CharField(blank=True, max_length=100)),
                ('body', models.JSONField(null=True)),
                ('binds', models.JSONField(default=list)),
                ('awaits_entry', models.BooleanField(default=False)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='partners.link')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='partners.partner')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='partners_link_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='partners_link_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='partners_link_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='partners_link_corrects'), models.CheckConstraint(condition=models.Q(('kind__in', ['agreement', 'memorandum', 'protocol', 'joint_declaration', 'observer_status', 'resolution'])), name='partners_link_kind')],
            },
        ),
        migrations.CreateModel(
            name='LinkAct',
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
                ('adoption', models.CharField(max_length=20, null=True)),
                ('votes', models.JSONField(null=True)),
                ('place', models.JSONField(null=True)),
                ('by', models.JSONField(null=True)),
                ('text', models.JSONField(null=True)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='partners.linkact')),
                ('link', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acts', to='partners.link')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='partners_linkact_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='partners_linkact_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='partners_linkact_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='partners_linkact_corrects'), models.CheckConstraint(condition=models.Q(models.Q(('date__isnull', True), ('earliest__isnull', True), ('latest__isnull', True)), models.Q(('date__isnull', False), ('earliest__lte', models.F('latest'))), _connector='OR'), name='partners_linkact_dated'), models.CheckConstraint(condition=models.Q(('kind__in', ['requested', 'draft_agreed', 'signed', 'entered_into_force', 'adopted', 'granted', 'declined', 'suspended', 'resumed', 'terminated'])), name='partners_linkact_kind'), models.CheckConstraint(condition=models.Q(('adoption__isnull', True), models.Q(('adoption__in', ['without_vote', 'recorded_vote']), ('kind', 'adopted')), _connector='OR'), name='partners_linkact_adoption')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
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
                ('text', models.JSONField(null=True)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='partners.membership')),
                ('state', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='partner_memberships', to='parties.state')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='partners.partner')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='partners_membership_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='partners_membership_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='partners_membership_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='partners_membership_corrects'), models.CheckConstraint(condition=models.Q(models.Q(('date__isnull', True), ('earliest__isnull', True), ('latest__isnull', True)), models.Q(('date__isnull', False), ('earliest__lte', models.F('latest'))), _connector='OR'), name='partners_membership_dated'), models.CheckConstraint(condition=models.Q(('kind__in', ['definitive_signature', 'signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'provisional_application', 'reservation', 'declaration', 'notice_of_withdrawal', 'withdrawal', 'suspension', 'lifting', 'expulsion', 'lapse', 'announcement', 'observer_status', 'partner_status'])), name='partners_membership_kind')],
            },
        ),
        migrations.CreateModel(
            name='PartnerAct',
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
                ('text', models.JSONField(null=True)),
                ('corrects', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='partners.partneract')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acts', to='partners.partner')),
                ('successor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='succeeds', to='partners.partner')),
            ],
            options={
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('standing__in', ['confirmed', 'derived', 'reported', 'disputed', 'unknown'])), name='partners_partneract_standing'), models.CheckConstraint(condition=models.Q(('mark__in', ['public', 'members', 'secretariat'])), name='partners_partneract_mark'), models.CheckConstraint(condition=models.Q(('content_hash', ''), _negated=True), name='partners_partneract_hashed'), models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('retracted', False)), models.Q(('corrects__isnull', False), ('known_from__isnull', False)), _connector='OR'), name='partners_partneract_corrects'), models.CheckConstraint(condition=models.Q(models.Q(('date__isnull', True), ('earliest__isnull', True), ('latest__isnull', True)), models.Q(('date__isnull', False), ('earliest__lte', models.F('latest'))), _connector='OR'), name='partners_partneract_dated'), models.CheckConstraint(condition=models.Q(('kind__in', ['founded', 'ceased'])), name='partners_partneract_kind')],
            },
        ),
        migrations.RunPython(seal_tables, migrations.RunPython.noop),
    ]
