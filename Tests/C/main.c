/* Runs the cases of the C library, each in a process of its own: test [id prefix]... */
#include "check.h"

#include <sys/wait.h>
#include <unistd.h>

int64_t many = 1000000;
/* The time of a case, in seconds. */
static unsigned patience = 120;

/* Whether the case ended well within its time. */
static int passes(const test_case *test, const char *folder) {
  fflush(NULL);
  pid_t child = fork();
  if (child == 0) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, test->id);
    char command[5000];
    snprintf(command, sizeof command, "mkdir -p '%s'", path);
    if (system(command) != 0 || chdir(path) != 0) exit(2);
    alarm(patience);
    test->run();
    exit(0);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {}
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return 1;
  if (WIFSIGNALED(status)) {
    fprintf(stderr, "    ended by signal %d\n", WTERMSIG(status));
  }
  fprintf(stderr, "case %s failed: %s\n", test->id, test->title);
  return 0;
}

int main(int count, char **names) {
  char folder[4000];
  const char *temporary = getenv("TMPDIR");
  snprintf(folder, sizeof folder, "%s/kho-c-XXXXXX", temporary ? temporary : P_tmpdir);
  if (!mkdtemp(folder)) return 2;
  if (getenv("KHO_TEST_ROWS")) many = atoll(getenv("KHO_TEST_ROWS"));
  if (getenv("KHO_TEST_SECONDS")) patience = (unsigned)atoi(getenv("KHO_TEST_SECONDS"));
  const test_case *groups[] = {face_cases, value_cases, misuse_cases};
  int failures = 0, runs = 0;
  for (int group = 0; group < 3; group++) {
    for (const test_case *test = groups[group]; test->id; test++) {
      int wanted = count < 2;
      for (int index = 1; index < count; index++) {
        wanted |= strncmp(test->id, names[index], strlen(names[index])) == 0;
      }
      if (!wanted) continue;
      runs++;
      failures += !passes(test, folder);
    }
  }
  char command[5000];
  snprintf(command, sizeof command, "rm -rf '%s'", folder);
  if (system(command) != 0) return 2;
  printf("%d cases of the C library, %d failed\n", runs, failures);
  return failures != 0;
}
