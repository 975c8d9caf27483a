@org.jspecify.annotations.NullMarked
package vn.gocua.engine.packing;
