// The rule files of this folder, embedded by embed.c: name, bytes, count. Index from 0; null past the end.
#pragma once
#include <stddef.h>

const char *jixiao_rule_file_name(size_t index);
const unsigned char *jixiao_rule_file_bytes(size_t index);
size_t jixiao_rule_file_count(size_t index);
