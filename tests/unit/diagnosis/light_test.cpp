#include "tijian/light.h"

#include <catch2/catch.hpp>

#include "tijian/missing.h"

using namespace tijian;

// Green from 20 on, red below 10, the middle at 15.
TEST_CASE("a light by its limits: green beyond green, red beyond red, halves between") {
  const LightLimits more{20, 10};
  CHECK(light_by(more, 25) == Light::green);
  CHECK(light_by(more, 20) == Light::green);
  CHECK(light_by(more, 19.9) == Light::yellow);
  CHECK(light_by(more, 15) == Light::yellow);  // ties to yellow
  CHECK(light_by(more, 14.9) == Light::orange);
  CHECK(light_by(more, 10) == Light::orange);  // exactly at red
  CHECK(light_by(more, 9.9) == Light::red);
  const LightLimits less{7.5, 15};  // maternal deaths, the fewer the better
  CHECK(light_by(less, 7.5) == Light::green);
  CHECK(light_by(less, 11.25) == Light::yellow);
  CHECK(light_by(less, 11.3) == Light::orange);
  CHECK(light_by(less, 15) == Light::orange);
  CHECK(light_by(less, 15.1) == Light::red);
  CHECK(light_by(less, missing) == Light::no_data);
}

TEST_CASE("lights, arrows and aspects have names and titles of their own") {
  CHECK(to_string(Light::no_standard) == "no_standard");
  CHECK(title(Light::red).in("zh") == "红色预警");
  CHECK(title(Light::not_applicable).in("zh") == "不适用");
  CHECK(to_string(Arrow::slow_up) == "slow_up");
  CHECK(to_string(Arrow::none).empty());
  CHECK(title(Aspect::residents).in("zh") == "居民");
  CHECK(is_grey(Light::no_standard));
  CHECK_FALSE(is_grey(Light::red));
}
