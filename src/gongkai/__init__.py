"""gongkai: a disclosure catalogue, made to run."""

__version__ = "0.1.0"
