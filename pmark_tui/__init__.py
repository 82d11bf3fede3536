"""pmark: how ready is an organisation for the Privacy Mark (プライバシーマーク)?"""

__version__ = "0.1.0"
