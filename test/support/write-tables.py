"""Writes invented posts of X as the tables of programs: pages of API v2 or posts of v1.1 from standard input."""
import csv
import io
import json
import sys

form = sys.argv[1]
objects = json.load(sys.stdin)
out = io.StringIO()

if form.startswith("twarc-csv"):
    import dataframe_converter

    options = {
        "twarc-csv": {},
        "twarc-csv inline": {"inline_referenced_tweets": True},
        "twarc-csv raw": {"process_entities": False},
        "twarc-csv unmerged": {"merge_retweets": False},
    }[form]
    dataframe_converter.DataFrameConverter(**options).process(objects).to_csv(out, index=False)
elif form == "twarc json2csv":
    from twarc import json2csv

    writer = csv.writer(out)
    writer.writerow(json2csv.get_headings())
    for post in objects:
        writer.writerow(json2csv.get_row(post))
else:
    from twitwi import format_tweet_as_csv_row, normalize_tweet
    from twitwi.constants import TWEET_FIELDS

    writer = csv.writer(out)
    writer.writerow(TWEET_FIELDS)
    for post in objects:
        rows = normalize_tweet(post, extract_referenced_tweets=True, collection_source="search")
        for row in rows:
            row["match_query"] = row["id"] == post["id_str"]
            writer.writerow(format_tweet_as_csv_row(row))

sys.stdout.write(out.getvalue())
