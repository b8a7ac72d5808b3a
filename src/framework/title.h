#pragma once
#include "tijian/text.h"

namespace tijian::framework {

/// What readers call a node, an indicator or a variable: its title, or where a program gave it none
/// its id.
template <class T>
Text title_of(const T& named) {
  return named.title.in("en").empty() ? Text(named.id) : named.title;
}

}  // namespace tijian::framework
