// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC5643} from "../../contracts/membership/IERC5643.sol";
import {IMemberships, Kind} from "../../contracts/membership/IMemberships.sol";
import {MembershipsTest} from "../support/MembershipsTest.sol";
import {bound, vm} from "../support/Vm.sol";

contract MembershipsRenewalTest is MembershipsTest {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        id = joined(MEMBER, Kind.Expert, 1);
    }

    /* JOINING */

    function test_join_lastsFromNow() public {
        id = memberships.tokenOf(PAYER, Kind.Platform);
        vm.expectEmit(address(memberships));
        emit IMemberships.MembershipPaid(id, PAYER, PAYER, Kind.Platform, 2, 0, uint64(NOW + 2 * YEAR));
        vm.expectEmit(address(memberships));
        emit IERC5643.SubscriptionUpdate(id, uint64(NOW + 2 * YEAR));
        vm.assertEq(joined(PAYER, Kind.Platform, 2), id);
        vm.assertEq(memberships.expiresAt(id), NOW + 2 * YEAR);
    }

    function test_join_refusesNoYearsAndFour() public {
        bytes memory call_ = abi.encodeCall(IMemberships.join, (Kind.Platform, 0, 0));
        assertRefused(PAYER, address(memberships), call_, abi.encodeWithSelector(IMemberships.NoYears.selector));
        call_ = abi.encodeCall(IMemberships.join, (Kind.Platform, 4, 0));
        assertRefused(PAYER, address(memberships), call_, tooFar(NOW + 4 * YEAR));
        call_ = abi.encodeCall(IMemberships.join, (Kind.Platform, 255, 0));
        assertRefused(PAYER, address(memberships), call_, tooFar(NOW + 255 * YEAR));
        joined(PAYER, Kind.Platform, 3);
    }

    function test_join_refusesUnknownKinds() public {
        bytes memory call_ = abi.encodeWithSelector(IMemberships.join.selector, 6, 1, 0);
        assertRefused(PAYER, address(memberships), call_, "");
    }

    /* EDGES */

    function test_isMember_untilTheSecondBeforeItExpires() public {
        vm.warp(NOW + YEAR - 1);
        vm.assertTrue(memberships.isMember(MEMBER, Kind.Expert));
        vm.assertFalse(memberships.isMember(MEMBER, Kind.Producer));
        vm.warp(NOW + YEAR);
        vm.assertFalse(memberships.isMember(MEMBER, Kind.Expert));
    }

    function test_renew_aSecondBeforeItExpires() public {
        vm.warp(NOW + YEAR - 1);
        renewed(1, NOW + 2 * YEAR);
    }

    function test_renew_exactlyExpired() public {
        vm.warp(NOW + YEAR);
        renewed(1, NOW + 2 * YEAR);
    }

    function test_renew_aSecondAfterItExpired() public {
        vm.warp(NOW + YEAR + 1);
        renewed(1, NOW + 2 * YEAR + 1);
    }

    function test_renew_longExpired() public {
        vm.warp(NOW + 50 * YEAR);
        renewed(3, NOW + 53 * YEAR);
    }

    function test_renew_upToTheCapAndNoSecondFurther() public {
        renewed(2, NOW + 3 * YEAR);
        vm.assertFalse(memberships.isRenewable(id));
        bytes memory call_ = abi.encodeCall(IMemberships.renew, (id, 1, 0));
        assertRefused(MEMBER, address(memberships), call_, tooFar(NOW + 4 * YEAR));
        vm.warp(NOW + YEAR - 1);
        vm.assertFalse(memberships.isRenewable(id));
        assertRefused(MEMBER, address(memberships), call_, tooFar(NOW + 4 * YEAR));
        vm.warp(NOW + YEAR);
        vm.assertTrue(memberships.isRenewable(id));
        renewed(1, NOW + 4 * YEAR);
        vm.assertFalse(memberships.isRenewable(id));
    }

    function test_isRenewable_ofAnExpiredOne() public {
        vm.warp(NOW + 9 * YEAR);
        vm.assertTrue(memberships.isRenewable(id));
    }

    function test_renew_byAnybody() public {
        vm.expectEmit(address(memberships));
        emit IMemberships.MembershipPaid(id, MEMBER, PAYER, Kind.Expert, 1, 0, uint64(NOW + 2 * YEAR));
        vm.prank(PAYER);
        memberships.renew(id, 1, 0);
        vm.assertEq(memberships.ownerOf(id), MEMBER);
    }

    function test_renew_refusesNoYears() public {
        bytes memory call_ = abi.encodeCall(IMemberships.renew, (id, 0, 0));
        assertRefused(PAYER, address(memberships), call_, abi.encodeWithSelector(IMemberships.NoYears.selector));
    }

    function test_renew_refusesTokensThatDoNotExist() public {
        uint256[3] memory none = [memberships.tokenOf(PAYER, Kind.Expert), type(uint256).max, uint256(6) << 160];
        for (uint256 i; i < 3; ++i) {
            bytes memory reason = abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, none[i]);
            assertRefused(PAYER, address(memberships), abi.encodeCall(IMemberships.renew, (none[i], 1, 0)), reason);
        }
    }

    function testFuzz_renew_isTheLaterOfNowAndTheEndAndSoManyYears(uint8 paid, uint256 later, uint8 yearCount) public {
        paid = uint8(bound(paid, 0, 2));
        if (paid > 0) memberships.renew(id, paid, 0);
        uint256 expiration = NOW + (1 + uint256(paid)) * YEAR;
        uint256 time = NOW + bound(later, 0, 10 * YEAR);
        vm.warp(time);
        uint256 expected = (time > expiration ? time : expiration) + uint256(yearCount) * YEAR;
        bytes memory call_ = abi.encodeCall(IMemberships.renew, (id, yearCount, 0));
        if (yearCount == 0) {
            assertRefused(MEMBER, address(memberships), call_, abi.encodeWithSelector(IMemberships.NoYears.selector));
        } else if (expected > time + 3 * YEAR) {
            assertRefused(MEMBER, address(memberships), call_, tooFar(expected));
        } else {
            renewed(yearCount, expected);
        }
    }

    /* ERC-5643 */

    function test_renewSubscription_byWholeYears() public {
        vm.expectEmit(address(memberships));
        emit IERC5643.SubscriptionUpdate(id, uint64(NOW + 3 * YEAR));
        vm.prank(PAYER);
        memberships.renewSubscription(id, uint64(2 * YEAR));
        vm.assertEq(memberships.expiresAt(id), NOW + 3 * YEAR);
    }

    function testFuzz_renewSubscription_refusesAnythingElse(uint64 duration) public {
        bytes memory call_ = abi.encodeCall(IERC5643.renewSubscription, (id, duration));
        if (duration % YEAR > 0) {
            bytes memory reason = abi.encodeWithSelector(IMemberships.NotWholeYears.selector, duration, YEAR);
            assertRefused(PAYER, address(memberships), call_, reason);
        }
        duration -= uint64(duration % YEAR);
        call_ = abi.encodeCall(IERC5643.renewSubscription, (id, duration));
        if (duration == 0) {
            assertRefused(PAYER, address(memberships), call_, abi.encodeWithSelector(IMemberships.NoYears.selector));
        } else if (duration > 2 * YEAR) {
            // Also where 64 bits would not hold the sum.
            assertRefused(PAYER, address(memberships), call_, tooFar(NOW + YEAR + duration));
        } else {
            memberships.renewSubscription(id, duration);
        }
    }

    function test_renewSubscription_refusesTheLargestDuration() public {
        priced(Kind.Expert, MAX_PRICE);
        uint64 duration = uint64(type(uint64).max - (type(uint64).max % YEAR));
        bytes memory call_ = abi.encodeCall(IERC5643.renewSubscription, (id, duration));
        assertRefused(PAYER, address(memberships), call_, tooFar(NOW + YEAR + duration));
    }

    function test_subscriptions_takeNoCoins() public {
        vm.deal(MEMBER, 1 ether);
        bytes memory reason = abi.encodeWithSelector(IMemberships.CoinsNotAccepted.selector, 1);
        bytes memory call_ = abi.encodeCall(IERC5643.renewSubscription, (id, uint64(YEAR)));
        assertRefused(MEMBER, address(memberships), 1, call_, reason);
        assertRefused(MEMBER, address(memberships), 1, abi.encodeCall(IERC5643.cancelSubscription, (id)), reason);
    }

    /* CANCELLING */

    function test_cancelSubscription_endsItAtOnce() public {
        vm.expectEmit(address(memberships));
        emit IERC721.Transfer(MEMBER, address(0), id);
        vm.expectEmit(address(memberships));
        emit IERC5643.SubscriptionUpdate(id, 0);
        vm.prank(MEMBER);
        memberships.cancelSubscription(id);
        vm.assertFalse(memberships.isMember(MEMBER, Kind.Expert));
        vm.assertEq(memberships.balanceOf(MEMBER), 0);
    }

    function test_cancelSubscription_isForTheMember() public {
        bytes memory call_ = abi.encodeCall(IERC5643.cancelSubscription, (id));
        bytes memory reason = abi.encodeWithSelector(IMemberships.NotMember.selector, id, PAYER);
        assertRefused(PAYER, address(memberships), call_, reason);
        uint256 none = memberships.tokenOf(PAYER, Kind.Expert);
        assertRefused(
            PAYER,
            address(memberships),
            abi.encodeCall(IERC5643.cancelSubscription, (none)),
            abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, none)
        );
    }

    /// @dev Nobody makes one a member again who has left, and what was paid ahead is gone.
    function test_attack_reviving_a_cancelled_membership() public {
        memberships.renew(id, 2, 0);
        vm.prank(MEMBER);
        memberships.cancelSubscription(id);
        assertRefused(
            PAYER,
            address(memberships),
            abi.encodeCall(IMemberships.renew, (id, 1, 0)),
            abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, id)
        );
        joined(MEMBER, Kind.Expert, 1);
        vm.assertEq(memberships.expiresAt(id), NOW + YEAR);
    }

    /* HELPERS */

    function renewed(uint8 yearCount, uint256 expiration) private {
        vm.expectEmit(address(memberships));
        emit IERC5643.SubscriptionUpdate(id, uint64(expiration));
        vm.prank(MEMBER);
        memberships.renew(id, yearCount, 0);
        vm.assertEq(memberships.expiresAt(id), expiration);
    }

    function tooFar(uint256 expiration) private view returns (bytes memory) {
        return abi.encodeWithSelector(IMemberships.TooFarAhead.selector, expiration, block.timestamp + 3 * YEAR);
    }
}
