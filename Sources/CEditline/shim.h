/* libedit, and what Swift cannot say about it: its settings are global variables. */
#include <locale.h>
#include <stdlib.h>
#include <editline/readline.h>

/* Characters are UTF-8 even where the user's locale is "C". Words end where names end; nothing follows a completion. */
static inline void kho_editline_set_up(const char *name, rl_completion_func_t *complete) {
  setlocale(LC_ALL, "");
  if (MB_CUR_MAX == 1) setlocale(LC_CTYPE, "C.UTF-8");
  rl_readline_name = name;
  rl_basic_word_break_characters = " \t\n\"\\'`@$><=;|&{}()[]:,.!?+*/%^";
  rl_attempted_completion_function = complete;
  rl_completion_append_character = 0;
  rl_initialize();
  using_history();
  stifle_history(2000);
}

/* The line being edited. No file names are offered after this call. */
static inline const char *kho_editline_line(void) {
  rl_attempted_completion_over = 1;
  return rl_line_buffer;
}
