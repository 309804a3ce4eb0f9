"""Runs the statements of tagatlas on Apache Spark.

Takes one argument, a plan as a file of JSON that `run-on-spark.ts` writes, and prints one object of JSON a
line: how far it is, and at the end what came of it.
"""

import json
import os
import sys


def main(plan_path):
    with open(plan_path, encoding="utf-8") as file:
        plan = json.load(file)
    try:
        import pyspark
        from pyspark.sql import SparkSession
    except ImportError as error:
        tell(missing="pyspark", detail=str(error))
        return
    try:
        spark = start(SparkSession, plan)
    except Exception as error:  # pyspark has no class of its own for a JVM that does not start.
        tell(missing="java", detail=str(error).splitlines()[0])
        return
    spark.sparkContext.setLogLevel("ERROR")
    read_rows(spark, plan)
    statements = plan["statements"]
    for at, statement in enumerate(statements):
        tell(doing="building the network", share=at / len(statements))
        found = spark.sql(statement["query"])
        if statement.get("isKept"):
            found = kept(spark, found, os.path.join(plan["scratch"], statement["name"]))
        found.createOrReplaceTempView(statement["name"])
    tables = list(plan["tables"])
    if spark.sql("SELECT 1 FROM all_ties LIMIT 1").collect():
        tell(doing="measuring", share=None)
        measure(spark, plan)
        tables.append(plan["measures"])
    for at, table in enumerate(tables):
        tell(doing="writing", share=at / len(tables))
        path = os.path.join(plan["folder"], table["name"])
        spark.sql(table["parquet"]).write.parquet(path + ".parquet")
        spark.sql(table["csv"]).write.options(
            header=True,
            escape='"',
            ignoreLeadingWhiteSpace=False,
            ignoreTrailingWhiteSpace=False,
        ).csv(path + ".csv")
    counts = spark.sql("SELECT * FROM counts").collect()[0].asDict()
    tell(engine="Spark " + pyspark.__version__, counts=counts)
    spark.stop()


def start(SparkSession, plan):
    builder = SparkSession.builder.appName("tagatlas network").master(plan["master"])
    settings = {
        "spark.sql.session.timeZone": "UTC",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": str(plan["parts"]),
        # Rounds of a graph's computation name each other's parts; what nobody asks for any more is let go.
        "spark.cleaner.periodicGC.interval": "5min",
    }
    if plan["master"].startswith("local"):
        settings["spark.local.dir"] = os.path.join(plan["scratch"], "spilled")
    if plan["memory"] is not None:
        settings["spark.driver.memory"] = plan["memory"]
        settings["spark.executor.memory"] = plan["memory"]
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def read_rows(spark, plan):
    """All rows, in the columns that the statements read; a line that is no JSON is a row of nothing."""
    parts = []
    of_form = lambda form: [one["path"] for one in plan["inputs"] if one["form"] == form]
    if of_form("ndjson"):
        parts.append(spark.read.schema(plan["schema"]).json(of_form("ndjson")))
    if of_form("parquet"):
        parts.append(spark.read.schema(plan["schema"]).parquet(*of_form("parquet")))
    rows = parts[0]
    for part in parts[1:]:
        rows = rows.unionByName(part)
    rows.createOrReplaceTempView("tagatlas_rows")


def kept(spark, found, path):
    found.write.parquet(path)
    return spark.read.schema(found.schema).parquet(path)


def measure(spark, plan):
    """Weak components, PageRank and label propagation by GraphX, which every Spark has.

    GraphX reads a graph of numbers from a file. It has no weights: a tie stands there as often as it weighs.
    """
    from pyspark.sql.functions import monotonically_increasing_id

    scratch = plan["scratch"]
    numbered = spark.sql(plan["peopleOnTies"]).select(
        "person", monotonically_increasing_id().alias("number")
    )
    kept(spark, numbered, os.path.join(scratch, "numbers")).createOrReplaceTempView("numbers")
    edges = os.path.join(scratch, "edges")
    spark.sql(plan["edges"]).write.text(edges)
    jvm = spark.sparkContext._jvm
    graphx = jvm.org.apache.spark.graphx
    disk = jvm.org.apache.spark.storage.StorageLevel.MEMORY_AND_DISK()
    graph = graphx.GraphLoader.edgeListFile(
        spark._jsc.sc(), edges, False, plan["parts"], disk, disk
    )
    whole = jvm.scala.reflect.ClassTag.Int()
    steps = {
        "component": lambda: graphx.lib.ConnectedComponents.run(graph, whole, whole),
        "pagerank": lambda: graphx.lib.PageRank.runUntilConvergence(
            graph, plan["tolerance"], 0.15, whole, whole
        ),
        "label": lambda: graphx.lib.LabelPropagation.run(graph, plan["rounds"], whole),
    }
    for name, step in steps.items():
        path = os.path.join(scratch, name)
        step().vertices().saveAsTextFile(path)
        spark.read.text(path).createOrReplaceTempView("found_" + name)
    for statement in plan["measureStatements"]:
        spark.sql(statement["query"]).createOrReplaceTempView(statement["name"])


def tell(**told):
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
