#!/bin/sh
# Measures how fast notices go out; see README.md beside this file.
cd "$(dirname "$0")/.." && exec mvn -q test -Dtest=DeliveryBench
