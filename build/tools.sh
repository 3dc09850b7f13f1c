# What ./run and ./test share: which programs are missing, and how they are installed.
missing=()

# say JAPANESE ENGLISH: Japanese unless SHIRUBE_LANG=en, as the commands.
say() { if [ "${SHIRUBE_LANG-}" = en ]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi; }

has() { command -v "$1" >/dev/null 2>&1; }
has_postgres() { compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || compgen -G '/usr/pgsql-*/bin/postgres' >/dev/null || [ -n "${SHIRUBE_DATABASE-}" ]; }
has_japanese_font() { has fc-list && [ -n "$(fc-list :lang=ja family 2>/dev/null | head -1)" ]; }
has_package() { dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }

# need WHAT-FOR PACKAGE CHECK...
need() {
    local why=$1 package=$2
    shift 2
    "$@" && return
    say "足りないもの: $why" "Missing: $why"
    missing+=("$package")
    if [ "$package" = fonts-ipaexfont-gothic ] && ! has fc-list; then missing+=(fontconfig); fi
}

install_needed() {
    [ ${#missing[@]} -gt 0 ] || return 0
    local as=()
    if ! has apt-get; then
        say "この OS の方法で、次のパッケージを入れてください（名前は Debian のもの）: ${missing[*]}" \
            "Install these packages with your system's package manager (names as on Debian): ${missing[*]}" >&2
        exit 1
    fi
    if [ "$(id -u)" != 0 ]; then
        if has sudo && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
            as=(sudo)
        else
            say "管理者の権限が要ります。次を実行してください: apt-get install --no-install-recommends ${missing[*]}" \
                "This needs an administrator. Run: apt-get install --no-install-recommends ${missing[*]}" >&2
            exit 1
        fi
    fi
    # Debian's package would start a server of its own; Shirube only wants the programs.
    if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
        "${as[@]}" mkdir -p /etc/postgresql-common
        echo "create_main_cluster = false" | "${as[@]}" tee /etc/postgresql-common/createcluster.conf >/dev/null
    fi
    say "入れています: ${missing[*]}" "Installing: ${missing[*]}"
    "${as[@]}" apt-get update -qq
    "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# The page assets, anew only when what they are made of changed.
bundle() {
    local web=src/Shirube.Web
    [ -e $web/package.json ] || return 0
    if ! has npm; then
        say "画面の部品をまとめるのに Node.js（npm）が要ります。Node 20 以上を入れてください。" \
            "Node.js with npm is needed to bundle the page assets. Install Node 20 or newer." >&2
        exit 1
    fi
    if [ ! -e $web/node_modules/.package-lock.json ] || [ $web/package-lock.json -nt $web/node_modules/.package-lock.json ]; then
        say "画面の部品のパッケージを取っています …" "Installing the page assets' packages …"
        npm --prefix $web ci --no-audit --no-fund --loglevel=error
    fi
    say "画面の部品をまとめています …" "Bundling the page assets …"
    npm --prefix $web run --silent build
}
