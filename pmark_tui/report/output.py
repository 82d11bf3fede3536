"""(being written)"""
KINDS=("full","summary","auditor")
FORMATS=("md",)
def path_beside(p,k,f): return p.removesuffix(".pmark.toml")+".report.md"
def render(*a): return "(being written)".encode()
def write(path,data,force=False):
    open(path,"wb").write(data)
