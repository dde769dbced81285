"""Rules that run docgen as hermetic actions.

Every action is told all that it reads and writes, has no cache, no network and no
environment of its own, and gives the same files for the same inputs. So a remote cache
can keep its results, and remote execution can run it anywhere.

See docs/bazel.md for how to use them.
"""

# As text, because that is what Bazel before 5 takes; by Label, because the repository
# may have any name.
_TOOLCHAIN = str(Label("//:toolchain_type"))

# Nothing of the machine counts, and nothing is kept beside what Bazel keeps.
_ENV = {"CI": "true", "DOCGEN_CACHE": "off", "LC_ALL": "C"}

def _docgen_toolchain_impl(ctx):
    return [platform_common.ToolchainInfo(docgen = ctx.attr.docgen[DefaultInfo].files_to_run)]

docgen_toolchain = rule(
    implementation = _docgen_toolchain_impl,
    doc = "Says which docgen program rules run. Declare a toolchain of it for @docgen//:toolchain_type.",
    attrs = {
        "docgen": attr.label(
            mandatory = True,
            allow_files = True,
            executable = True,
            cfg = "exec",
            doc = "The program: one that was downloaded, or a go_binary of github.com/docgen-go/docgen/cmd/docgen.",
        ),
    },
)

# Copies the inputs of an action to a folder of its own, under the paths that they have in
# their repository: docgen follows no links that lead out of the pages, and inputs are such
# links in a sandbox; and it finds nothing there that was not declared. $1 is docgen. Then
# there are, up to --, groups of three: a folder, where its files go, and a file that lists
# them. What follows are the arguments of docgen.
_STAGE = """
root=$PWD docgen=$PWD/$1 work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
shift
while [ "$1" != -- ]; do
  mkdir -p "$work/in/$2"
  tar -C "$1" -chf - -T "$3" | tar -C "$work/in/$2" -xf -
  shift 3
done
shift
cd "$work/in"
chmod -R u+w .
"""

# Without a docgen.yaml above, no action takes one from the machine that it runs on.
_NO_CONFIG = """
[ -e docgen.yaml ] || printf 'version: 1\\ntargets: [{docs: none, output: none, package: none}]\\n' > docgen.yaml
"""

def _join(*parts):
    return "/".join([p for p in parts if p and p != "."])

def _in_repository(f):
    """Returns the path of a file in its repository."""
    if f.short_path.startswith("../"):
        return f.short_path[3:].partition("/")[2]
    return f.short_path

def _place(f, below):
    """Returns where the folder below, by its path in the repository of a file, is."""
    return _join(f.path[:len(f.path) - len(_in_repository(f))].rstrip("/"), below) or "."

def _group(base, below, files):
    return struct(base = base, below = below, files = files)

def _one(f):
    """Returns the group of one file, and its path in it."""
    path = _in_repository(f)
    below = path.rpartition("/")[0]
    return _group(_place(f, below), below, [f]), path

def _folder(ctx, files, folder, attribute):
    """Returns the files of an attribute as a group, and what docgen is told to read.

    That is the one file there is, or a folder. Nothing is concluded from where files
    happen to be, because methods are named by their paths in the folder.
    """
    if not files:
        fail("%s: %s has no files" % (ctx.label, attribute))
    if not folder:
        if len(files) == 1:
            return _one(files[0])
        fail("%s: %s has %d files; name the folder that they are in with %s_dir" % (ctx.label, attribute, len(files), attribute))
    places = {}
    for f in files:
        below = _join(f.owner.package, folder)
        if below and not _in_repository(f).startswith(below + "/"):
            fail("%s: %s is not in the folder %s of its package; see %s_dir" % (ctx.label, f.short_path, folder, attribute))
        places[(_place(f, below), below)] = True
    if len(places) > 1:
        fail("%s: the files of %s are in several folders: %s" % (ctx.label, attribute, ", ".join([base for base, _ in places.keys()])))
    base, below = places.keys()[0]
    return _group(base, below, files), below or "."

def _run(ctx, mnemonic, message, groups, outputs, script, arguments):
    """Declares an action: a script in the folder that the groups of files are copied to."""
    docgen = ctx.toolchains[_TOOLCHAIN].docgen
    staged, inputs = [], []
    for n, group in enumerate(groups):
        # In one folder the paths of all files are different; ./ keeps tar from taking a
        # name for an option.
        names = ctx.actions.declare_file("%s.%s.%d.files" % (ctx.label.name, mnemonic, n))
        prefix = 0 if group.base == "." else len(group.base) + 1
        ctx.actions.write(names, "".join(["./" + f.path[prefix:] + "\n" for f in group.files]))
        staged += [group.base, group.below or ".", names.path]
        inputs += group.files + [names]
    args = ctx.actions.args()
    args.add(docgen.executable)
    args.add_all(staged)
    args.add("--")
    args.add_all(arguments)
    ctx.actions.run_shell(
        mnemonic = mnemonic,
        progress_message = message,
        tools = [docgen],
        inputs = inputs,
        outputs = outputs,
        command = "set -euo pipefail\n" + _STAGE + script,
        arguments = [args],
        env = _ENV,
    )

def _config(ctx):
    """Returns the group of docgen.yaml, and its path in the folder of the action."""
    if not ctx.file.config:
        return [], None
    group, path = _one(ctx.file.config)
    return [group], path

def _locked(ctx):
    """Returns the groups of docgen.yaml and docgen.lock, and the paths of both."""
    groups, config = _config(ctx)
    lock = None
    if config:
        lock = _join(config.rpartition("/")[0], "docgen.lock")
    if ctx.file.lock:
        group, path = _one(ctx.file.lock)
        if path != lock:
            fail("%s: lock must be the docgen.lock beside config" % ctx.label)
        groups.append(group)
    return groups, config, lock

def _since(ctx):
    """Returns the group of the index to take ages from, and the option that names it."""
    if not ctx.file.since:
        return [], []
    group, path = _one(ctx.file.since)
    return [group], ["--since=" + path]

def _dialects(ctx):
    return ["--dialects=" + d for d in ctx.attr.dialects]

def _docgen_generate_impl(ctx):
    docs, ref = _folder(ctx, ctx.files.docs, ctx.attr.docs_dir, "docs")
    groups, config, lock = _locked(ctx)
    since, options = _since(ctx)
    out = ctx.actions.declare_directory(ctx.label.name)
    outputs, script = [out], "\"$docgen\" generate \"$@\" --output=../out\ncp -R ../out/. \"$root/%s\"\n" % out.path
    arguments = [ref, "--package=" + (ctx.attr.package or ctx.label.name)] + _dialects(ctx) + options
    if config:
        new = ctx.actions.declare_file(ctx.label.name + ".lock")
        outputs.append(new)
        arguments.append("--config=" + config)
        script += "cp '%s' \"$root/%s\"\n" % (lock, new.path)
    _run(ctx, "DocgenGenerate", "Generating the Go package %s" % ctx.label, [docs] + groups + since, outputs, script, arguments)
    return [
        DefaultInfo(files = depset([out])),
        OutputGroupInfo(lock = depset(outputs[1:])),
    ]

# What all rules that read pages take.
_DOCS = {
    "config": attr.label(
        allow_single_file = [".yaml", ".yml"],
        doc = "A docgen.yaml with one target. What it says of docs and output does not count.",
    ),
    "dialects": attr.string_list(
        doc = "Read only the pages of these dialects.",
    ),
    "docs": attr.label_list(
        mandatory = True,
        allow_files = True,
        doc = "The pages, or one page, archive, OpenAPI document or folder.",
    ),
    "docs_dir": attr.string(
        doc = "The folder in the package of docs that docgen reads. Not needed for one file.",
    ),
}

# What the rules take that are about a package.
_PACKAGE = {
    "lock": attr.label(
        allow_single_file = True,
        doc = "The docgen.lock of config.",
    ),
    "since": attr.label(
        allow_single_file = [".json"],
        doc = "The index of a history: the documentation tells since when things are there. A filegroup of a docgen_history with the output group index is one.",
    ),
}

docgen_generate = rule(
    implementation = _docgen_generate_impl,
    doc = "Writes the Go package of a reference: a folder called as the target. With a config there is also NAME.lock in the output group lock, the docgen.lock that follows.",
    attrs = dict(
        package = attr.string(doc = "The name of the package; that of the target by default."),
        **dict(_DOCS, **_PACKAGE)
    ),
    toolchains = [_TOOLCHAIN],
)

def _docgen_check_impl(ctx):
    docs, ref = _folder(ctx, ctx.files.docs, ctx.attr.docs_dir, "docs")
    package, folder = _folder(ctx, ctx.files.srcs, ctx.attr.srcs_dir, "srcs")
    groups, config, _ = _locked(ctx)
    since, options = _since(ctx)
    out = ctx.actions.declare_file(ctx.label.name + ".checked")
    arguments = [ref, "--output=" + folder] + _dialects(ctx) + options
    if ctx.attr.package:
        arguments.append("--package=" + ctx.attr.package)
    if config:
        arguments.append("--config=" + config)
    script = "\"$docgen\" check \"$@\" >&2\n: > \"$root/%s\"\n" % out.path
    _run(ctx, "DocgenCheck", "Checking the Go package %s" % ctx.label, [docs, package] + groups + since, [out], script, arguments)
    return [DefaultInfo(files = depset([out]))]

docgen_check = rule(
    implementation = _docgen_check_impl,
    doc = "Fails where a Go package is not what the reference gives, and prints the differences.",
    attrs = dict(
        srcs = attr.label_list(mandatory = True, allow_files = True, doc = "All files of the package, with docgen.sum."),
        srcs_dir = attr.string(doc = "The folder of the package."),
        package = attr.string(doc = "The name of the Go package; by default that of config or of the folder."),
        **dict(_DOCS, **_PACKAGE)
    ),
    toolchains = [_TOOLCHAIN],
)

# docgen ends with 1 where the pages have errors, after it wrote what could be read.
_KEEP_GOING = """
status=0
"$docgen" "$@" || status=$?
[ "$status" -le 1 ] || exit "$status"
"""

def _docgen_model_impl(ctx):
    docs, ref = _folder(ctx, ctx.files.docs, ctx.attr.docs_dir, "docs")
    groups, config = _config(ctx)
    out = ctx.actions.declare_file(ctx.label.name + ".json")
    arguments = ["inspect", ref, "--format=json", "--output=../model.json"] + _dialects(ctx)
    if config:
        arguments.append("--config=" + config)
    script = _KEEP_GOING if ctx.attr.keep_going else "\"$docgen\" \"$@\"\n"
    script = (script if config else _NO_CONFIG + script) + "cp ../model.json \"$root/%s\"\n" % out.path
    _run(ctx, "DocgenModel", "Reading the reference %s" % ctx.label, [docs] + groups, [out], script, arguments)
    return [DefaultInfo(files = depset([out]))]

docgen_model = rule(
    implementation = _docgen_model_impl,
    doc = "Reads one revision of a reference and writes NAME.json, which docgen_history takes.",
    attrs = dict(
        keep_going = attr.bool(doc = "Go on with what could be read where the pages have errors. They are printed all the same."),
        **_DOCS
    ),
    toolchains = [_TOOLCHAIN],
)

def _docgen_history_impl(ctx):
    groups, models = [], []
    for f in ctx.files.revisions:
        group, path = _one(f)
        groups.append(group)
        models.append(path)
    index = ctx.actions.declare_file(ctx.label.name + ".json")
    script = "\"$docgen\" history --format=json \"$@\" > \"$root/%s\"\n" % index.path
    _run(ctx, "DocgenHistory", "Telling the history %s" % ctx.label, groups, [index], script, models)
    site = ctx.actions.declare_directory(ctx.label.name)
    options = ["--title=" + ctx.attr.title] if ctx.attr.title else []
    if ctx.attr.url:
        options.append("--url=" + ctx.attr.url)
    script = "\"$docgen\" history --site=../site \"$@\"\ncp -R ../site/. \"$root/%s\"\n" % site.path
    _run(ctx, "DocgenSite", "Writing the site %s" % ctx.label, groups, [site], script, options + models)
    return [
        DefaultInfo(files = depset([site, index])),
        OutputGroupInfo(index = depset([index]), site = depset([site])),
    ]

docgen_history = rule(
    implementation = _docgen_history_impl,
    doc = "Puts revisions in order: NAME.json is the index, which docgen_generate takes as since, and NAME a folder with the site. The output groups index and site are one of both.",
    attrs = {
        "revisions": attr.label_list(
            mandatory = True,
            allow_files = [".json"],
            doc = "What docgen_model wrote, the oldest revision first. Revisions are called as their targets: 2026-06-16.",
        ),
        "title": attr.string(doc = "What the site calls the reference; by default what its pages do."),
        "url": attr.string(doc = "Where the site will be published, for addresses in its feeds."),
    },
    toolchains = [_TOOLCHAIN],
)
