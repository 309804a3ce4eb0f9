# Writes invented posts of X's API v1.1, one a line on standard input, as rtweet keeps them.
suppressMessages(library(rtweet))
form <- commandArgs(trailingOnly = TRUE)[1]
lines <- paste0("[", paste(readLines(file("stdin"), encoding = "UTF-8"), collapse = ","), "]")
tweets <- rtweet:::tweets_with_users(list(jsonlite::fromJSON(lines, bigint_as_char = TRUE)))
users <- users_data(tweets)
flat <- function(table) table[, !vapply(table, is.list, NA)]
switch(form,
  "posts alone" = jsonlite::stream_out(tweets, stdout(), verbose = FALSE),
  "users beside" = jsonlite::stream_out(cbind(tweets, users), stdout(), verbose = FALSE),
  "users before" = jsonlite::stream_out(cbind(users, tweets), stdout(), verbose = FALSE),
  "boxes" = cat(jsonlite::toJSON(cbind(tweets, users))),
  "csv with users beside" = write.csv(flat(cbind(tweets, users)), row.names = FALSE),
  "csv with users before" = write.csv(cbind(flat(users), flat(tweets)), row.names = FALSE),
  "csv" = write.csv(flat(tweets), row.names = FALSE))
