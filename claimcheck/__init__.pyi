from claimcheck.desk.reading import read_dossier as read_dossier
from claimcheck.errors import ClaimcheckError as ClaimcheckError
from claimcheck.errors import DossierError as DossierError
from claimcheck.errors import FigureSyntaxError as FigureSyntaxError
from claimcheck.io import write_dossier as write_dossier
from claimcheck.model.claim import Claim as Claim
from claimcheck.model.decision import Decision as Decision
from claimcheck.model.quantity import Quantity as Quantity
from claimcheck.model.source import Source as Source
from claimcheck.model.stance import Stance as Stance
from claimcheck.parsing import find_figures as find_figures
from claimcheck.parsing import parse_figure as parse_figure
from claimcheck.parsing import parse_figures as parse_figures
from claimcheck.questions import contradictions as contradictions
from claimcheck.questions import disputed as disputed
from claimcheck.questions import estimate as estimate
from claimcheck.questions import ranges as ranges
from claimcheck.reconcile import Reconciliation as Reconciliation
from claimcheck.reconcile import reconcile as reconcile
from claimcheck.settings import Settings as Settings
from claimcheck.store import open_store as open_store
from claimcheck.tables.dossier import Dossier as Dossier
from claimcheck.values.asof import AsOf as AsOf
from claimcheck.values.figure import Figure as Figure
from claimcheck.values.figure import FigureKind as FigureKind

__version__: str
