#include "report/layer_style.h"

#include <array>

namespace tijian::report {
namespace {

/// A light's area: white with a border where it has no colour.
struct LightFill {
  Light light;
  std::string_view colour, style;  ///< of QGIS: solid, no (nothing) or hatched
  std::string_view line, line_style;
};

constexpr std::string_view qml_white = "255,255,255,255", qml_grey = "122,134,145,255",
                           qml_dark_grey = "98,110,122,255";

/// In the order of the legend: the gravest first.
constexpr std::array light_fills{
    LightFill{Light::red, "180,35,42,255", "solid", qml_white, "solid"},
    LightFill{Light::orange, "210,105,14,255", "solid", qml_white, "solid"},
    LightFill{Light::yellow, "240,190,30,255", "solid", qml_white, "solid"},
    LightFill{Light::green, "27,132,104,255", "solid", qml_white, "solid"},
    LightFill{Light::no_standard, qml_white, "solid", qml_grey, "solid"},
    LightFill{Light::no_data, qml_dark_grey, "b_diagonal", qml_dark_grey, "solid"},
    LightFill{Light::not_applicable, qml_white, "no", qml_grey, "dash"},
};

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  return out;
}

/// ` name="value"`
std::string qml_attribute(std::string_view name, std::string_view value) {
  return ' ' + std::string(name) + "=\"" + xml_escaped(value) + '"';
}

std::string qml_property(std::string_view key, std::string_view value) {
  return "<prop" + qml_attribute("k", key) + qml_attribute("v", value) + "/>";
}

std::string qml_category(std::size_t i, Language say) {
  return "<category" + qml_attribute("symbol", std::to_string(i)) +
         qml_attribute("value", to_string(light_fills[i].light)) +
         qml_attribute("label", say(title(light_fills[i].light))) +
         qml_attribute("render", "true") + "/>\n";
}

std::string qml_symbol(std::size_t i) {
  const LightFill& fill = light_fills[i];
  return "<symbol" + qml_attribute("type", "fill") + qml_attribute("name", std::to_string(i)) +
         qml_attribute("alpha", "1") + "><layer" + qml_attribute("class", "SimpleFill") +
         qml_attribute("enabled", "1") + qml_attribute("locked", "0") + qml_attribute("pass", "0") +
         '>' + qml_property("color", fill.colour) + qml_property("style", fill.style) +
         qml_property("outline_color", fill.line) + qml_property("outline_style", fill.line_style) +
         qml_property("outline_width", "0.26") + qml_property("outline_width_unit", "MM") +
         "</layer></symbol>\n";
}

std::string qml_renderer(Language say) {
  std::string categories, symbols;
  for (std::size_t i = 0; i < light_fills.size(); ++i) {
    categories += qml_category(i, say);
    symbols += qml_symbol(i);
  }
  return "<renderer-v2" + qml_attribute("type", "categorizedSymbol") +
         qml_attribute("attr", "light") + ">\n<categories>\n" + categories +
         "</categories>\n<symbols>\n" + symbols + "</symbols>\n</renderer-v2>\n";
}

/// Dark on a white edge, so that they are read on every light.
std::string qml_labels() {
  return "<labeling" + qml_attribute("type", "simple") + "><settings>\n<text-style" +
         qml_attribute("fieldName", "place") + qml_attribute("isExpression", "0") +
         qml_attribute("fontSize", "8") + qml_attribute("fontSizeUnit", "Point") +
         qml_attribute("textColor", "23,33,43,255") + qml_attribute("textOpacity", "1") +
         "><text-buffer" + qml_attribute("bufferDraw", "1") + qml_attribute("bufferSize", "0.7") +
         qml_attribute("bufferSizeUnits", "MM") + qml_attribute("bufferColor", qml_white) +
         qml_attribute("bufferOpacity", "1") + "/></text-style>\n<placement" +
         qml_attribute("placement", "4") + "/>\n</settings></labeling>\n";
}

std::string qml_aliases(const std::vector<LayerField>& fields) {
  std::string out = "<aliases>\n";
  for (std::size_t i = 0; i < fields.size(); ++i)
    out += "<alias" + qml_attribute("field", fields[i].name) +
           qml_attribute("index", std::to_string(i + 1)) +  // 0 is the feature's number
           qml_attribute("name", fields[i].title) + "/>\n";
  return out + "</aliases>\n";
}

}  // namespace

std::string layer_style(const PlaceLayer& layer, Language say) {
  return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis" +
         qml_attribute("version", "3.22") +
         qml_attribute("styleCategories", "Symbology|Labeling|Fields") +
         qml_attribute("labelsEnabled", "1") + ">\n" + qml_renderer(say) + qml_labels() +
         qml_aliases(layer.fields()) + "</qgis>\n";
}

}  // namespace tijian::report
