// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IChallenges} from "../../contracts/platforms/IChallenges.sol";
import {Case, CaseState} from "../../contracts/platforms/IPledges.sol";
import {Receipt} from "../../contracts/settlement/ISettlement.sol";
import {ContractWallet} from "../support/ContractWallet.sol";
import {PlatformsTest} from "../support/PlatformsTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice When a receipt can be challenged, and what counts as the platform's signature.
contract ReceiptsTest is PlatformsTest {
    /* OPENING A CASE */

    /// The statement of epoch 1 is there: the receipt can be challenged at once.
    function test_challengeReceipt_once_the_statement_is_posted() public {
        commit(receipts);
        uint48 deadline = uint48(block.timestamp) + WINDOW;
        uint256 before = challenger.balance;
        bytes32 digest = digestOf(receipts[1]);
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IChallenges.ReceiptChallenged(platformId, 1, digest, receipts[1], challenger, PLEDGE, deadline);
        challenge(receipts[1]);

        Case memory one = platforms.receiptCaseOf(digest);
        vm.assertEq(one.challenger, challenger);
        vm.assertEq(one.deadline, deadline);
        vm.assertEq(one.pledgeGwei, PLEDGE / 1 gwei);
        vm.assertTrue(one.state == CaseState.Open);
        vm.assertEq(platform().openCases, 1);
        vm.assertEq(challenger.balance, before - PLEDGE);
        vm.assertEq(address(platforms).balance, PLEDGE);
        vm.assertEq(platforms.pledgesWonBy(platformId), 0);
        vm.assertEq(platforms.pledgeOf(challenger), 0);
    }

    function testFuzz_challengeReceipt_by_anybody(Receipt memory any, address caller) public {
        vm.assume(caller != address(0));
        (any.platformId, any.epoch) = (platformId, 4);
        toEpoch(7);
        vm.deal(caller, PLEDGE);
        bytes memory signature = signed(any);
        vm.prank(caller);
        platforms.challengeReceipt{value: PLEDGE}(any, signature);
        vm.assertEq(platforms.receiptCaseOf(digestOf(any)).challenger, caller);
    }

    function testFuzz_challengeReceipt_refuses_twice(bool answered) public {
        commit(receipts);
        bytes32 digest = challenge(receipts[0]);
        bytes memory expected = abi.encodeWithSelector(IChallenges.ReceiptAlreadyChallenged.selector, digest);
        refuseChallenge(receipts[0], expected);
        if (answered) {
            answer(0);
        } else {
            passDeadline();
            platforms.slashReceipt(receipts[0]);
        }
        refuseChallenge(receipts[0], expected);
    }

    /* WINDOWS */

    function testFuzz_challengeReceipt_refuses_epochs_that_are_not_over(uint32 current, uint32 epoch) public {
        current = uint32(bound(current, 0, 100_000));
        epoch = uint32(bound(epoch, current, type(uint32).max));
        toEpoch(current);
        Receipt memory one = receipt(1, epoch, lotId, 1e6, 1, 1);
        refuseChallenge(one, abi.encodeWithSelector(IChallenges.EpochNotOver.selector, epoch));
    }

    function test_challengeReceipt_waits_for_a_statement_that_can_still_come() public {
        bytes memory expected = abi.encodeWithSelector(
            IChallenges.StatementStillDue.selector,
            platformId,
            1,
            settlement.epochStart(3)
        );
        toEpoch(2);
        refuseChallenge(receipts[0], expected);
        toEpoch(3);
        vm.warp(block.timestamp - 1);
        refuseChallenge(receipts[0], expected);
        vm.warp(block.timestamp + 1);
        challenge(receipts[0]);
    }

    /// The statement of the epoch before says nothing about this one.
    function test_challengeReceipt_is_not_opened_by_an_earlier_statement() public {
        commit(receipts);
        toEpoch(3);
        Receipt memory one = receipt(9, 2, lotId, 1e6, 1, 1);
        refuseChallenge(
            one,
            abi.encodeWithSelector(IChallenges.StatementStillDue.selector, platformId, 2, settlement.epochStart(4))
        );
        challenge(receipts[0]);
    }

    function testFuzz_challengeReceipt_until_five_epochs_after_its_own(uint32 epoch, bool posted) public {
        epoch = uint32(bound(epoch, 1, 2));
        if (posted) commit(oneReceipt(epoch, 1e6));
        toEpoch(epoch + 5);
        Receipt memory one = receipt(9, epoch, lotId, 1e6, 1, 1);
        bytes memory expected = abi.encodeWithSelector(
            IChallenges.ChallengeWindowOver.selector,
            epoch,
            settlement.epochStart(epoch + 5)
        );
        refuseChallenge(one, expected);
        vm.warp(block.timestamp - 1);
        challenge(one);
    }

    /* SUSPENSION */

    /// A platform that was suspended before the epoch began, and still was when its statement was due, is excused, and no other.
    function testFuzz_challengeReceipt_excuses_suspended_platforms(uint48[4] memory times, bool ends) public {
        (uint48 began, uint48 due) = (settlement.epochStart(1), settlement.epochStart(2));
        _sort(times, GENESIS, settlement.epochStart(4));
        vm.warp(times[0]);
        platforms.suspend(platformId);
        vm.warp(times[1]);
        platforms.resume(platformId);
        vm.warp(times[2]);
        platforms.suspend(platformId);
        vm.warp(times[3]);
        if (ends) platforms.resume(platformId);
        toEpoch(5);
        bool first = times[0] < began && times[1] > due;
        bool second = times[2] < began && (!ends || times[3] > due);
        bytes memory expected = abi.encodeWithSelector(IChallenges.StatementWasPrevented.selector, platformId, 1);
        if (first || second) refuseChallenge(receipts[0], expected);
        else challenge(receipts[0]);
    }

    function test_challengeReceipt_excuse_to_the_second() public {
        (uint48 began, uint48 due) = (settlement.epochStart(1), settlement.epochStart(2));
        assertExcuse(began - 1, due, false);
        assertExcuse(began - 1, due + 1, true);
        assertExcuse(began - 1, settlement.epochStart(4), true);
        assertExcuse(began, settlement.epochStart(4), false);
        assertExcuse(due - 1, due + 1, false);
    }

    /// A cheat is not pardoned by a suspension that is timed for it: it could have posted before, and can after.
    function test_attack_suspended_in_the_last_second_before_a_challenge() public {
        vm.warp(settlement.epochStart(3) - 1);
        platforms.suspend(platformId);
        toEpoch(3);
        challenge(receipts[0]);
    }

    /// Whoever posted was not prevented.
    function test_challengeReceipt_knows_no_excuse_with_a_statement() public {
        commit(receipts);
        platforms.suspend(platformId);
        toEpoch(5);
        challenge(lost(1));
    }

    /* SIGNATURES */

    function testFuzz_challengeReceipt_refuses_other_keys(uint256 key) public {
        key = bound(key, 1, type(uint128).max);
        vm.assume(key != SIGNER_KEY);
        toEpoch(3);
        refuseNotSigned(receipts[0], signedBy(key, digestOf(receipts[0])), vm.addr(SIGNER_KEY));
    }

    function testFuzz_challengeReceipt_refuses_whatever_was_not_signed(uint256 field, uint16 change) public {
        toEpoch(3);
        if (change == 0) change = 1;
        Receipt memory one = receipts[1];
        field %= 9;
        if (field == 0) one.orderId = bytes32(uint256(one.orderId) ^ change);
        if (field == 1) one.quantity ^= change;
        if (field == 2) one.sales ^= change;
        if (field == 3) one.fee ^= change;
        if (field == 4) one.commission ^= change;
        if (field == 5) one.recommenderId ^= change;
        if (field == 6) one.nomineeId ^= change;
        if (field == 7) one.lotId ^= change;
        if (field == 8) one.buyerCommitment = bytes32(uint256(one.buyerCommitment) ^ change);
        refuseNotSigned(one, signed(receipts[1]), vm.addr(SIGNER_KEY));
    }

    function testFuzz_challengeReceipt_refuses_unknown_platforms(uint32 unknown) public {
        vm.assume(unknown != platformId);
        toEpoch(3);
        Receipt memory one = receipts[0];
        one.platformId = unknown;
        refuseNotSigned(one, signed(one), address(0));
    }

    function test_challengeReceipt_refuses_epochs_before_admission() public {
        toEpoch(3);
        platformId = platforms.admit(operator, vm.addr(SIGNER_KEY), "");
        Receipt memory one = receipt(1, 1, lotId, 1e6, 1, 1);
        refuseNotSigned(one, signed(one), address(0));
    }

    /// Every epoch has its key: an old one signs nothing new, a new one nothing old.
    function test_challengeReceipt_by_the_keys_of_the_epochs() public {
        toEpoch(1);
        vm.prank(operator);
        platforms.setSigner(platformId, vm.addr(OTHER_KEY), 2);
        Receipt memory later = receipt(9, 2, lotId, 1e6, 1, 1);
        toEpoch(4);
        refuseNotSigned(receipts[0], signedBy(OTHER_KEY, digestOf(receipts[0])), vm.addr(SIGNER_KEY));
        refuseNotSigned(later, signed(later), vm.addr(OTHER_KEY));
        challenge(receipts[0]);
        vm.prank(challenger);
        platforms.challengeReceipt{value: PLEDGE}(later, signedBy(OTHER_KEY, digestOf(later)));
        vm.assertEq(platform().openCases, 2);
    }

    /// A contract signs by ERC-1271; what it does not confirm is not signed.
    function test_challengeReceipt_signed_by_a_contract() public {
        address wallet = address(new ContractWallet(vm.addr(OTHER_KEY)));
        platformId = platforms.admit(operator, wallet, "");
        toEpoch(3);
        Receipt memory one = receipt(1, 1, lotId, 1e6, 1, 1);
        refuseNotSigned(one, signed(one), wallet);
        bytes memory signature = signedBy(OTHER_KEY, digestOf(one));
        vm.prank(challenger);
        platforms.challengeReceipt{value: PLEDGE}(one, signature);
        vm.assertTrue(platforms.receiptCaseOf(digestOf(one)).state == CaseState.Open);
    }

    /* HELPERS */

    function refuseNotSigned(Receipt memory one, bytes memory signature, address signer) private {
        bytes memory expected = abi.encodeWithSelector(
            IChallenges.NotSignedByPlatform.selector,
            one.platformId,
            one.epoch,
            signer
        );
        refuseChallenge(one, signature, expected);
    }

    function assertExcuse(uint48 suspendedAt, uint48 resumedAt, bool excused) private {
        uint256 snapshot = vm.snapshotState();
        vm.warp(suspendedAt);
        platforms.suspend(platformId);
        vm.warp(resumedAt);
        platforms.resume(platformId);
        toEpoch(5);
        bytes memory expected = abi.encodeWithSelector(IChallenges.StatementWasPrevented.selector, platformId, 1);
        if (excused) refuseChallenge(receipts[0], expected);
        else challenge(receipts[0]);
        vm.assertTrue(vm.revertToState(snapshot));
    }

    function _sort(uint48[4] memory times, uint48 lowest, uint48 highest) private pure {
        for (uint256 i; i < 4; ++i) times[i] = uint48(bound(times[i], lowest, highest));
        for (uint256 i = 1; i < 4; ++i) {
            for (uint256 k = i; k > 0 && times[k - 1] > times[k]; --k) {
                (times[k - 1], times[k]) = (times[k], times[k - 1]);
            }
        }
    }
}
