package naming

// A shortMap is a map whose keys are looked through one by one while they are few, which
// is faster than hashing them. The zero value is empty.
type shortMap[K comparable, V any] struct {
	list  []pair[K, V]
	index map[K]int32 // of keys in the list, where there are many
}

type pair[K comparable, V any] struct {
	key   K
	value V
}

// fewKeys is how many keys are looked through one by one.
const fewKeys = 16

// add adds a key that the map does not have.
func (m *shortMap[K, V]) add(key K, value V) {
	m.list = append(m.list, pair[K, V]{key, value})
	switch n := len(m.list); {
	case m.index != nil:
		m.index[key] = int32(n - 1)
	case n > fewKeys:
		m.index = make(map[K]int32, 4*n)
		for i := range m.list {
			m.index[m.list[i].key] = int32(i)
		}
	}
}

// find returns where the value of a key is, nil where the map does not have it.
func (m *shortMap[K, V]) find(key K) *V {
	if m.index != nil {
		if i, ok := m.index[key]; ok {
			return &m.list[i].value
		}
		return nil
	}
	for i := range m.list {
		if m.list[i].key == key {
			return &m.list[i].value
		}
	}
	return nil
}
