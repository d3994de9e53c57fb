from claimcheck.parsing.columns import parse_figures as parse_figures
from claimcheck.parsing.figures import parse_figure as parse_figure
from claimcheck.parsing.running.text import FoundFigure as FoundFigure
from claimcheck.parsing.running.text import find_figures as find_figures
from claimcheck.parsing.units import Unit as Unit
from claimcheck.parsing.units import lookup_unit as lookup_unit
