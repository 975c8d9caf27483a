@NullMarked
package vn.gocua.rehearsal.ledger;

import org.jspecify.annotations.NullMarked;
