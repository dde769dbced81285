package python_test

import (
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/dialecttest"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/python"
)

var signatures = []dialecttest.Case{
	{"docks.parcels.update(strparcel_id, ParcelUpdateParams**kwargs)  -> Parcel", "docks.parcels.update(ParcelUpdateParams) Parcel"},
	{"parcels.list(dock_id, **kwargs) -> SyncPage[Parcel]", "parcels.list() Parcel, page SyncPage"},
	{"parcels.delete(parcel_id) -> None", "parcels.delete()"},
	{"tides.watch(**kwargs) -> Stream[TideEvent]", "tides.watch() TideEvent, stream of TideEvent"},
	{"tides.get() -> Optional[Tide]", "tides.get() Tide"},
	{"tides.all() -> List[Tide]", "tides.all() List[Tide]"},
	{"client.parcels.list(ParcelListParamsquery?): Page<Parcel>", "prose"},
	{"parcels.list(**kwargs)", "prose"},
	{"parcels.list(**kwargs) -> Page<Parcel>", "prose"},
	{"parcels.list(", "prose"},
}

func TestSignature(t *testing.T) { dialecttest.Signatures(t, python.Dialect{}, signatures) }

var items = []dialecttest.Case{
	// Fields.
	{"id: str", "field id string"},
	{"weight: Optional[float]", "field weight? float"},
	{"count: int", "field count integer"},
	{"sent_at: Optional[Union[str, datetime]]", "field sent_at? date-time"},
	{"due: Union[str, date, None]", "field due null date"},
	{"until: Union[str, datetime, Literal[\"never\"]]", `field until string|date-time|"never"`},
	{"seals: Optional[Union[bool, List[str], null]]", "field seals? null boolean|[string]"},
	{`kind: Literal["box", "crate", 3 more]`, `field kind "box"|"crate"|+3`},
	{`kind: Literal["box"]`, `field kind "box"`},
	{`kind: Union[str, Literal["box"]]`, `field kind string|"box"`},
	{"parcels: Iterable[Union[Crate, Box, 2 more]]", "field parcels [Crate|Box|+2]"},
	{"labels: Dict[str, Optional[str]]", "field labels {string|null}"},
	{"extra: Dict[str, object]", "field extra {unknown}"},
	{"extra: dict", "field extra object"},
	{"name: str | None", "field name null string"},
	{"files: Optional[Sequence[FileTypes]]", "field files? [file]"},
	{"scan: Union[str, Base64FileInput]", "field scan string"},
	{"from_: str", "field from string, native from_"},
	{"chart: Chart[Tide]", "field chart unreadable"},
	{"chart: List[", "field chart unreadable"},
	// A page prints one overload of a method that can stream.
	{"stream: Optional[Literal[false]]", "field stream? true|false"},
	{"class Tide: … >> stream: Literal[False]", "field stream false"},
	// Named types.
	{"class Parcel: …", "named Parcel object"},
	{"class Crate(Parcel): …", "named Crate object"},
	{"class Crate", "named Crate object"},
	{"Route", "named Route Route"},
	{"Kind = Literal[\"box\"]", `named Kind "box"`},
	// Values, and code in bulleted descriptions.
	{`kind: Literal["box", "crate"] >> "crate"`, `variant "crate"`},
	{`kind: Kind >> Literal["box", "crate", 3 more]`, `variant "box"|"crate"|+3`},
	{"Route >> class SeaRoute: …", "named SeaRoute object"},
	{"Route >> List[SeaRoute]", "variant [SeaRoute]"},
	{"name: str >> class Parcel: …", "prose"},
	{"class Parcel: … >> eq", "prose"},
	{`class Parcel: … >> "eq"`, "prose"},
	{"", "prose"},
}

func TestItem(t *testing.T) { dialecttest.Items(t, python.Dialect{}, items) }

// Optional may mean absent or null, so it decides neither.
func TestSays(t *testing.T) {
	for _, fact := range []model.Fact{model.FactRequired, model.FactNullable} {
		if (python.Dialect{}).Says(fact) {
			t.Errorf("the pages do not say %s", fact)
		}
	}
	if !(python.Dialect{}).Says(model.FactType) {
		t.Error("the pages say types")
	}
}

func FuzzDialect(f *testing.F) { dialecttest.Fuzz(f, python.Dialect{}, signatures, items) }
