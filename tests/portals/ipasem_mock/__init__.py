"""Tests of the imitated IPASEM: its rules, its screens, each of its switches."""
