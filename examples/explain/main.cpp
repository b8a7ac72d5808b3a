// Where a place's score comes from, in words and as JSON:  explain FRAMEWORK DATA.csv PLACE
#include <tijian/report/explanation.h>
#include <tijian/tijian.h>

#include <cstdio>

int main(int argc, char* argv[]) try {
  if (argc != 4) return std::fputs("explain FRAMEWORK DATA.csv PLACE\n", stderr), 2;
  const std::vector<std::string> files{argv[2]};

  tijian::Run run;
  run.framework =
      std::make_shared<const tijian::Framework>(tijian::load_framework_or_throw(argv[1]));
  run.data = tijian::read_dataset_or_throw(files, *run.framework);
  run.table = tijian::evaluate(*run.framework, run.data);
  run.model = value_or_throw(tijian::fit(run.framework, run.framework->method, run.table));
  run.card = tijian::apply(run.model, run.table);

  const tijian::Explanation why = value_or_throw(tijian::explain(run, argv[3]));
  std::puts(tijian::report::to_text(why, run, {}).c_str());
  std::puts(tijian::report::to_json(why, run, {}).c_str());
} catch (const tijian::InputError& error) {
  std::fprintf(stderr, "%s\n", error.what());  // every problem, with its file and line
  return 1;
}
