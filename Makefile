# One door to everything: make help

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	if command -v $$name >/dev/null 2>&1 && $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))'; \
	then echo $$name; break; fi; done)

.PHONY: help run test check format bench clean python

help:
	@echo "make run     set up and serve           装好并启动：http://127.0.0.1:8000"
	@echo "make test    every test                 全部测试"
	@echo "make check   format, lint, types, shape 检查写法、类型、楼层"
	@echo "make format  rewrite to the format      整理格式"
	@echo "make bench   measure the headline figures 测量"
	@echo "make clean   remove what make made (var/ stays) 清除构建物，保留 var/"

run: python
	@$(PYTHON) tools/environment.py run
	@exec .venv/bin/gongkai demo $(if $(PORT),--port $(PORT))

test: python
	@$(PYTHON) tools/all_tests.py

check: python
	@$(PYTHON) tools/checks.py

format: python
	@$(PYTHON) tools/environment.py develop
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

bench: python
	@$(PYTHON) tools/environment.py develop
	@for file in bench/*.py; do echo "== $$file"; .venv/bin/python "$$file" || exit 1; done

clean:
	rm -rf .venv node_modules src/gongkai/web/static/vendor dist
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

python:
	@test -n "$(PYTHON)" || { echo "✗ 没有找到Python 3.11或更高版本，请先安装（Debian：apt-get install python3 python3-venv）。" >&2; exit 2; }
