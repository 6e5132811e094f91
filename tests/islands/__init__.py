"""Artificial pages of papers as libraries digitise them, from party dailies to papers overseas."""
