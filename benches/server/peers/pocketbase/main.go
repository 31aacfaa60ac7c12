// The same customers in PocketBase: its own REST, its own rules; only the two collections are declared here.
package main

import (
	"log"

	"github.com/pocketbase/pocketbase"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/migrations"
	"github.com/pocketbase/pocketbase/plugins/migratecmd"
	"github.com/pocketbase/pocketbase/tools/types"
)

const (
	sameTenant = `@request.auth.collectionName = "staff" && tenant = @request.auth.tenant`
	staysThere = sameTenant + ` && (@request.body.tenant:isset = false || @request.body.tenant = @request.auth.tenant)`
)

func staff() *core.Collection {
	staff := core.NewAuthCollection("staff")
	staff.AuthAlert.Enabled = false
	staff.Fields.Add(&core.TextField{Name: "tenant", Required: true})
	return staff
}

func customers() *core.Collection {
	customers := core.NewBaseCollection("customers")
	customers.Fields.Add(
		&core.TextField{Name: "tenant", Required: true},
		&core.TextField{Name: "code", Required: true, AutogeneratePattern: "CUST[0-9]{12}"},
		&core.TextField{Name: "name", Required: true},
		&core.EmailField{Name: "email", Required: true},
		&core.TextField{Name: "phone"},
		&core.TextField{Name: "city"},
		&core.TextField{Name: "status", Required: true},
		&core.AutodateField{Name: "created", OnCreate: true},
		&core.AutodateField{Name: "updated", OnCreate: true, OnUpdate: true},
	)
	customers.AddIndex("customers_email", true, "tenant, email", "")
	customers.AddIndex("customers_code", true, "tenant, code", "")
	customers.AddIndex("customers_by_status", false, "tenant, status, created, id", "")
	customers.ListRule = types.Pointer(sameTenant)
	customers.ViewRule = types.Pointer(sameTenant)
	customers.CreateRule = types.Pointer(sameTenant)
	customers.UpdateRule = types.Pointer(staysThere)
	customers.DeleteRule = types.Pointer(sameTenant)
	return customers
}

func main() {
	migrations.Register(func(app core.App) error {
		for _, collection := range []*core.Collection{staff(), customers()} {
			if err := app.Save(collection); err != nil {
				return err
			}
		}
		return nil
	}, nil, "1_customers.go")

	app := pocketbase.New()
	migratecmd.MustRegister(app, app.RootCmd, migratecmd.Config{})
	if err := app.Start(); err != nil {
		log.Fatal(err)
	}
}
