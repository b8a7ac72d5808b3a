# Read by examples/run and tests/run: installs what is missing, configures and builds.
# Both start at the top of the repository.

build_packages=(cmake g++ ninja-build ccache libeigen3-dev libboost-dev libyaml-cpp-dev libfmt-dev
  libicu-dev libudunits2-dev libcsv-dev libfast-float-dev libcli11-dev nlohmann-json3-dev)

# What formats of the report need, one format a line; the rest builds without them.
optional_packages=("nodejs npm" "libxlsxwriter-dev" "libzip-dev libpugixml-dev" "libgdal-dev")

# install_missing PACKAGE...: from the distribution's packages, only where something is missing.
install_missing() {
  command -v dpkg-query >/dev/null || return 0  # another distribution: CMake says what it misses
  local installed missing=() package
  installed=" $(dpkg-query --show --showformat='${db:Status-Status}:${Package} ' "$@" 2>/dev/null) " || true
  for package in "$@"; do
    [[ $installed == *" installed:$package "* ]] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "Installing: ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "These packages are missing, and there is neither root nor sudo to install them. As root:" >&2
      echo "  apt-get install ${missing[*]}" >&2
      return 1
    fi
    as_root=(sudo)
  fi
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
  "${apt[@]}" update && "${apt[@]}" install --yes --no-install-recommends "${missing[@]}"
}

# Packages that cannot be had are named and left out. npm may have come from elsewhere.
install_optional() {
  local packages
  for packages in "${optional_packages[@]}"; do
    [[ $packages == *npm ]] && command -v npm >/dev/null && continue
    # shellcheck disable=SC2086  # several packages
    install_missing $packages || echo "Left out, for they could not be installed: $packages"
  done
}

# configure PRESET SETTING...: once; afterwards the build itself sees when a CMakeLists.txt changes.
# A setting (-D NAME=VALUE) is added to a build that has been configured without it.
configure() {
  local preset=$1 stamp=build/$1/configured
  shift
  if ! [ "$stamp" -nt CMakePresets.json ]; then
    cmake --preset "$preset" "$@" && touch "$stamp"
  elif [ $# -gt 0 ]; then
    cmake "$@" "build/$preset"
  fi
}

# build PRESET TARGET...
build() {
  local preset=$1
  shift
  cmake --build "build/$preset" --target "$@"
}
