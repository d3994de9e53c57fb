"""The words of claimcheck as frozen values: attrs and the standard library only."""
