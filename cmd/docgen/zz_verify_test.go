package main
import ("testing";"os";"context";"fmt";"time"
"github.com/docgen-go/docgen/model/verify";"github.com/docgen-go/docgen/parser";"github.com/docgen-go/docgen/parser/openapi")
func TestZZ(t *testing.T){
 t0:=time.Now()
 docs,diags,err:=parser.Parse(context.Background(), os.DirFS("/work/shared/corpus/anthropic/2026-04-24"), parser.Options{})
 if err!=nil { t.Fatal(err) }
 fmt.Println("parse",time.Since(t0), len(diags), len(docs.Types)); t0=time.Now()
 b,_:=os.ReadFile("/work/shared/truth/anthropic/openapi-2026-04-24.json")
 spec,_,err:=openapi.Read(context.Background(),"spec.json",b)
 if err!=nil { t.Fatal(err) }
 fmt.Println("read",time.Since(t0)); t0=time.Now()
 r:=verify.Compare(docs,spec)
 fmt.Println("compare",time.Since(t0))
 for _,k:=range r.Kinds { fmt.Printf("%-14s %5d %5d %5d %6.2f %6.2f\n",k.Kind,k.Docs,k.Spec,k.Both,k.Precision,k.Recall) }
 f,_:=os.Create("/tmp/verify-out.txt")
 for _,d:=range r.Disagreements { fmt.Fprintf(f,"%s: %s: %s %s: docs %q spec %q (%s)\n",d.Page,d.Kind,d.Method,d.Path,d.Docs,d.Spec,d.Pointer) }
 for _,q:=range r.Variants { fmt.Fprintf(f,"variant %+v\n",q) }
 fmt.Fprintf(f,"fixed %d\n",len(r.FixedQueries))
}
