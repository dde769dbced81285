package client

import (
	"bytes"
	"encoding/json"
	"net/http"
)

type Ship struct {
	Name string  `json:"name"`
	Flag *string `json:"flag,omitempty"`
}

type Berth struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

func Book(base string, ship Ship) (*Berth, error) {
	body, err := json.Marshal(map[string]any{"ship": ship})
	if err != nil {
		return nil, err
	}
	res, err := http.Post(base+"/v1/berths", "application/json", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	out := new(Berth)
	return out, json.NewDecoder(res.Body).Decode(out)
}
