package vn.gocua.protocol.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.gocua.protocol.access.AccessEndpoints;
import vn.gocua.protocol.content.NoticeEndpoints;
import vn.gocua.protocol.learning.LearningEndpoints;

class EndpointTest {
  @Test
  void shouldFillPlacesInTheirOrder() {
    assertThat(LearningEndpoints.CANCEL_SEAT.at("l1", "g2"))
        .isEqualTo("/api/v1/classes/l1/enrolments/g2/withdraw");
    assertThat(LearningEndpoints.CANCEL_SEAT.places()).containsExactly("class", "enrolment");
    assertThat(NoticeEndpoints.PUBLISH.at()).isEqualTo("/api/v1/notices");
  }

  @Test
  void shouldEncodeWhatAPathCannotCarry() {
    assertThat(AccessEndpoints.DISABLE.at("a/b ü?%$1"))
        .isEqualTo("/api/v1/accounts/a%2Fb%20%C3%BC%3F%25%241/disable");
  }

  @Test
  void shouldRefuseTooFewAndTooManyValues() {
    assertThatThrownBy(() -> AccessEndpoints.DISABLE.at())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 values");
    assertThatThrownBy(() -> NoticeEndpoints.READ.at("x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
