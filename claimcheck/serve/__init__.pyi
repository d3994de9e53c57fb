from claimcheck.serve.app import app_of as app_of
from claimcheck.serve.running import serve as serve
