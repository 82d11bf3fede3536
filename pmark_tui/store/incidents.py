"""(being written)"""
def clause_shares(profile=None): return {}
