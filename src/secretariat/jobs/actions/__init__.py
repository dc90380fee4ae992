"""Writing jobs: asking, running, cancelling, finding the lost ones, and doing what is due.

None of it writes to the log of acts: a job is no act. What its function records, it records by the actions of its room,
which do.
"""

from secretariat.jobs.actions.asking import UnableToCancel, ask_for_job, cancel_job
from secretariat.jobs.actions.clock import database_now
from secretariat.jobs.actions.duties import perform_duties
from secretariat.jobs.actions.folders import path_of_file, work_folder
from secretariat.jobs.actions.kinds import Duty, Kind, UnknownKind, Work, duty, job_kind
from secretariat.jobs.actions.reaping import Reaped, reap_jobs
from secretariat.jobs.actions.running import JobCancelled, JobTakenAway, run_job
from secretariat.jobs.actions.tidying import clear_old_jobs

__all__ = [
    "Duty",
    "JobCancelled",
    "JobTakenAway",
    "Kind",
    "Reaped",
    "UnableToCancel",
    "UnknownKind",
    "Work",
    "ask_for_job",
    "cancel_job",
    "clear_old_jobs",
    "database_now",
    "duty",
    "job_kind",
    "path_of_file",
    "perform_duties",
    "reap_jobs",
    "run_job",
    "work_folder",
]
