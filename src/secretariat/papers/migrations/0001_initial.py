import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from secretariat.audit.actions import seal


def seal_tables(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Acts are added, never changed: the database itself refuses UPDATE and DELETE."""
    seal(editor, "papers_paper", "papers_version", "papers_step", "papers_attachment", "papers_submission")


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(max_length=64)),
                ('person', models.CharField(blank=True, max_length=32)),
                ('at', models.DateTimeField()),
                ('outcome', models.CharField(max_length=500)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'token'), name='papers_submission_once')],
            },
        ),
        migrations.CreateModel(
            name='Paper',
            fields=[
                ('key', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=12)),
                ('about', models.CharField(blank=True, db_index=True, max_length=200)),
                ('organisation', models.CharField(max_length=80)),
                ('person', models.CharField(max_length=32)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['note', 'report', 'edition', 'comment', 'position', 'agenda', 'finding', 'correction', 'table'])), name='papers_paper_kind'), models.CheckConstraint(condition=models.Q(('organisation', ''), _negated=True), name='papers_paper_originated')],
            },
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('key', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('media_type', models.CharField(max_length=100)),
                ('size', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('content', models.BinaryField()),
                ('at', models.DateTimeField()),
                ('person', models.CharField(max_length=32)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='papers.paper')),
            ],
        ),
        migrations.CreateModel(
            name='Unsent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.CharField(max_length=32)),
                ('form', models.CharField(max_length=200)),
                ('fields', models.JSONField(default=dict)),
                ('base', models.PositiveIntegerField(default=0)),
                ('saved_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'form'), name='papers_unsent_one_each')],
            },
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('kind', models.CharField(max_length=12)),
                ('at', models.DateTimeField()),
                ('person', models.CharField(max_length=32)),
                ('organisation', models.CharField(max_length=80)),
                ('version', models.PositiveIntegerField()),
                ('text', models.TextField(blank=True)),
                ('receipt', models.CharField(blank=True, max_length=64)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='papers.paper')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('paper', 'number'), name='papers_step_in_order'), models.CheckConstraint(condition=models.Q(('kind__in', ['sent', 'submitted', 'returned', 'accepted', 'rejected', 'circulated', 'closed', 'issued', 'corrected', 'withdrawn'])), name='papers_step_kind')],
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('key', models.CharField(max_length=44, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('title', models.CharField(max_length=300)),
                ('body', models.JSONField(default=dict)),
                ('at', models.DateTimeField()),
                ('person', models.CharField(max_length=32)),
                ('content_hash', models.CharField(max_length=64)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='papers.paper')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('paper', 'number'), name='papers_version_in_order')],
            },
        ),
        migrations.RunPython(seal_tables, migrations.RunPython.noop),
    ]
