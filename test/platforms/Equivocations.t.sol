// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Equivocation, IChallenges} from "../../contracts/platforms/IChallenges.sol";
import {CaseKind, IPlatforms} from "../../contracts/platforms/IPlatforms.sol";
import {IPledges} from "../../contracts/platforms/IPledges.sol";
import {Receipt} from "../../contracts/settlement/ISettlement.sol";
import {ContractWallet} from "../support/ContractWallet.sol";
import {PlatformsTest} from "../support/PlatformsTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Two receipts for one order.
contract EquivocationsTest is PlatformsTest {
    function test_slashEquivocation() public {
        bytes32 orderId = receipts[0].orderId;
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.Slashed(
            platformId,
            orderId,
            challenger,
            CaseKind.Equivocation,
            LEAST_PENALTY,
            LEAST_PENALTY / 2
        );
        slashEquivocation(receipts[0]);
        vm.assertEq(platform().bond, PLATFORM_BOND - LEAST_PENALTY);
        vm.assertEq(platform().slashed, LEAST_PENALTY);
        vm.assertEq(platform().auditAccrued, LEAST_PENALTY / 2);
        vm.assertEq(platform().openCases, 0);
        Equivocation memory one = platforms.equivocationOf(platformId, orderId);
        vm.assertEq(one.challenger, challenger);
        vm.assertEq(one.reward, LEAST_PENALTY / 2);
        vm.assertEq(platforms.rewardOf(challenger), 0);
        vm.assertEq(asset.balanceOf(address(settlement)), 0);
    }

    /// Any two receipts of one order, of any two epochs, cost ten times what both kept back.
    function testFuzz_slashEquivocation_any_pair(
        Receipt memory one,
        Receipt memory other,
        uint8[2] memory bits
    ) public {
        (one.platformId, other.platformId) = (platformId, platformId);
        other.orderId = one.orderId;
        (one.fee, one.commission) = (one.fee >> (bits[0] % 73), one.commission >> (bits[0] % 73));
        (other.fee, other.commission) = (other.fee >> (bits[1] % 73), other.commission >> (bits[1] % 73));
        if (digestOf(one) == digestOf(other)) return;
        uint256 amount = 10 * (uint256(one.fee) + one.commission + other.fee + other.commission);
        if (amount < LEAST_PENALTY) amount = LEAST_PENALTY;
        if (amount > PLATFORM_BOND / 8) amount = PLATFORM_BOND / 8;
        show(one, SIGNER_KEY, other, SIGNER_KEY);
        vm.assertEq(platform().bond, PLATFORM_BOND - amount);
        vm.assertEq(platforms.equivocationOf(platformId, one.orderId).reward, amount / 2);
        vm.assertEq(platform().auditAccrued, amount - amount / 2);
    }

    /// Each receipt is checked with the key of its own epoch.
    function test_slashEquivocation_by_the_keys_of_two_epochs() public {
        vm.prank(operator);
        platforms.setSigner(platformId, vm.addr(OTHER_KEY), 5);
        Receipt memory later = changed(receipts[0]);
        later.epoch = 5;
        address signer = vm.addr(OTHER_KEY);
        refuseShow(receipts[0], SIGNER_KEY, later, SIGNER_KEY, notSigned(later, signer));
        refuseShow(later, SIGNER_KEY, receipts[0], SIGNER_KEY, notSigned(later, signer));
        show(receipts[0], SIGNER_KEY, later, OTHER_KEY);
    }

    function test_slashEquivocation_signed_by_a_contract() public {
        address wallet = address(new ContractWallet(vm.addr(OTHER_KEY)));
        platformId = platforms.admit(operator, wallet, "");
        platforms.depositBond(platformId, 40e6);
        Receipt memory one = receipt(1, 1, lotId, 0, 1, 1);
        show(one, OTHER_KEY, changed(one), OTHER_KEY);
        vm.assertEq(platform().bond, 39e6);
    }

    /// A platform without a bond has nothing to lose; nobody can use the order again.
    function test_slashEquivocation_with_an_exhausted_bond() public {
        platformId = platforms.admit(operator, vm.addr(SIGNER_KEY), "");
        Receipt memory one = receipt(1, 1, lotId, 1e6, 1, 1);
        slashEquivocation(one);
        vm.assertEq(platforms.equivocationOf(platformId, one.orderId).challenger, challenger);
        vm.assertEq(platforms.equivocationOf(platformId, one.orderId).reward, 0);
        platforms.depositBond(platformId, 40e6);
        refuseShow(one, SIGNER_KEY, changed(one), SIGNER_KEY, alreadySlashed(one));
        refuseReward(one.orderId, challenger);
    }

    /* REFUSALS */

    function test_slashEquivocation_refuses_twice() public {
        slashEquivocation(receipts[0]);
        refuseShow(receipts[0], SIGNER_KEY, changed(receipts[0]), SIGNER_KEY, alreadySlashed(receipts[0]));
        Receipt memory third = changed(changed(receipts[0]));
        refuseShow(receipts[0], SIGNER_KEY, third, SIGNER_KEY, alreadySlashed(receipts[0]));
        slashEquivocation(receipts[1]);
    }

    function test_slashEquivocation_refuses_the_same_receipt() public {
        refuseShow(
            receipts[0],
            SIGNER_KEY,
            receipts[0],
            SIGNER_KEY,
            abi.encodeWithSelector(IChallenges.SameReceipt.selector, digestOf(receipts[0]))
        );
    }

    function testFuzz_slashEquivocation_refuses_other_orders(bytes32 orderId, uint32 otherPlatform) public {
        Receipt memory other = changed(receipts[0]);
        if (orderId == other.orderId && otherPlatform == platformId) return;
        (other.orderId, other.platformId) = (orderId, otherPlatform);
        bytes memory expected = abi.encodeWithSelector(
            IChallenges.DifferentOrders.selector,
            platformId,
            receipts[0].orderId,
            otherPlatform,
            orderId
        );
        refuseShow(receipts[0], SIGNER_KEY, other, SIGNER_KEY, expected);
    }

    function testFuzz_slashEquivocation_refuses_other_keys(uint256 key, bool first) public {
        key = bound(key, 1, type(uint128).max);
        vm.assume(key != SIGNER_KEY);
        address signer = vm.addr(SIGNER_KEY);
        Receipt memory other = changed(receipts[0]);
        bytes memory expected = notSigned(receipts[0], signer);
        if (first) refuseShow(receipts[0], key, other, SIGNER_KEY, expected);
        else refuseShow(receipts[0], SIGNER_KEY, other, key, expected);
    }

    function testFuzz_slashEquivocation_refuses_unknown_platforms(uint32 unknown) public {
        vm.assume(unknown != platformId);
        Receipt memory one = receipts[0];
        one.platformId = unknown;
        refuseShow(one, SIGNER_KEY, changed(one), SIGNER_KEY, notSigned(one, address(0)));
    }

    function test_slashEquivocation_waits_when_the_cap_is_reached() public {
        for (uint256 i; i < 5; ++i) slashEquivocation(lost(i));
        bytes memory reached = abi.encodeWithSelector(IPlatforms.SlashingCapReached.selector, 1);
        refuseShow(lost(5), SIGNER_KEY, changed(lost(5)), SIGNER_KEY, reached);
        toEpoch(1);
        slashEquivocation(lost(5));
    }

    /* REWARDS */

    function test_withdrawEquivocationReward() public {
        slashEquivocation(receipts[0]);
        bytes32 orderId = receipts[0].orderId;
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IChallenges.EquivocationRewardWithdrawn(platformId, orderId, challenger, LEAST_PENALTY / 2);
        vm.prank(stranger);
        vm.assertEq(platforms.withdrawEquivocationReward(platformId, orderId), LEAST_PENALTY / 2);
        vm.assertEq(asset.balanceOf(challenger), LEAST_PENALTY / 2);
        refuseReward(orderId, challenger);
    }

    function testFuzz_withdrawEquivocationReward_refuses_nothing(bytes32 orderId) public {
        refuseReward(orderId, address(0));
    }

    /* HELPERS */

    function show(Receipt memory one, uint256 key, Receipt memory other, uint256 otherKey) private {
        bytes memory signature = signedBy(key, digestOf(one));
        bytes memory otherSignature = signedBy(otherKey, digestOf(other));
        vm.prank(challenger);
        platforms.slashEquivocation(one, signature, other, otherSignature);
    }

    function refuseShow(
        Receipt memory one,
        uint256 key,
        Receipt memory other,
        uint256 otherKey,
        bytes memory expected
    ) private {
        bytes memory signature = signedBy(key, digestOf(one));
        bytes memory otherSignature = signedBy(otherKey, digestOf(other));
        refuse(
            challenger,
            abi.encodeCall(IChallenges.slashEquivocation, (one, signature, other, otherSignature)),
            expected
        );
    }

    function refuseReward(bytes32 orderId, address account) private {
        refuse(
            challenger,
            abi.encodeCall(IChallenges.withdrawEquivocationReward, (platformId, orderId)),
            abi.encodeWithSelector(IPledges.NothingToWithdraw.selector, account)
        );
    }

    function notSigned(Receipt memory one, address signer) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IChallenges.NotSignedByPlatform.selector, one.platformId, one.epoch, signer);
    }

    function alreadySlashed(Receipt memory one) private view returns (bytes memory) {
        return abi.encodeWithSelector(IChallenges.AlreadySlashed.selector, platformId, one.orderId);
    }
}
