// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Errors} from "@openzeppelin/contracts/utils/Errors.sol";
import {IChallenges} from "../../contracts/platforms/IChallenges.sol";
import {IPledges} from "../../contracts/platforms/IPledges.sol";
import {Coinless} from "../support/Reentrant.sol";
import {PlatformsTest} from "../support/PlatformsTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Where the challengers' coins go, in both contracts that keep them.
contract PledgesTest is PlatformsTest {
    /* HOW MUCH */

    function testFuzz_casePledge(uint256 baseFee) public {
        baseFee = bound(baseFee, 0, 1e15);
        vm.fee(baseFee);
        uint256 wanted = baseFee * 500_000;
        if (wanted < 0.0002 ether) wanted = 0.0002 ether;
        uint256 pledge = platforms.casePledge();
        vm.assertTrue(pledge >= wanted && pledge < wanted + 1 gwei && pledge % 1 gwei == 0);
        vm.assertEq(demands.casePledge(), pledge);
    }

    function testFuzz_challengeReceipt_with_any_pledge(uint256 pledge, uint64 baseFee, bool whole) public {
        vm.fee(bound(baseFee, 0, 10 gwei));
        toEpoch(3);
        uint256 required = platforms.casePledge();
        pledge = whole ? bound(pledge, 0, 2_000_000_000_000) * 1 gwei : bound(pledge, 0, 2_000 ether);
        vm.deal(challenger, pledge);
        bytes memory signature = signed(receipts[0]);
        bytes memory data = abi.encodeCall(IChallenges.challengeReceipt, (receipts[0], signature));
        if (pledge < required) {
            bytes memory tooLow = abi.encodeWithSelector(IPledges.PledgeTooLow.selector, pledge, required);
            return assertRefused(challenger, address(platforms), pledge, data, tooLow);
        }
        if (pledge % 1 gwei != 0 || pledge >= 1 gwei << 40) {
            bytes memory odd = abi.encodeWithSelector(IPledges.PledgeNotInGwei.selector, pledge);
            return assertRefused(challenger, address(platforms), pledge, data, odd);
        }
        vm.prank(challenger);
        platforms.challengeReceipt{value: pledge}(receipts[0], signature);
        vm.assertEq(uint256(platforms.receiptCaseOf(digestOf(receipts[0])).pledgeGwei) * 1 gwei, pledge);
    }

    function test_challengeReceipt_pledge_limits() public {
        toEpoch(3);
        refusePledge(PLEDGE - 1, abi.encodeWithSelector(IPledges.PledgeTooLow.selector, PLEDGE - 1, PLEDGE));
        refusePledge(0, abi.encodeWithSelector(IPledges.PledgeTooLow.selector, 0, PLEDGE));
        refusePledge(PLEDGE + 1, abi.encodeWithSelector(IPledges.PledgeNotInGwei.selector, PLEDGE + 1));
        uint256 tooMuch = 1 gwei << 40;
        vm.deal(challenger, tooMuch);
        refusePledge(tooMuch, abi.encodeWithSelector(IPledges.PledgeNotInGwei.selector, tooMuch));
        bytes memory signature = signed(receipts[0]);
        vm.prank(challenger);
        platforms.challengeReceipt{value: tooMuch - 1 gwei}(receipts[0], signature);
        vm.assertEq(platforms.receiptCaseOf(digestOf(receipts[0])).pledgeGwei, type(uint40).max);
    }

    function test_answerWindow_is_half_an_epoch() public view {
        vm.assertEq(platforms.answerWindow(), EPOCH / 2);
        vm.assertEq(demands.answerWindow(), EPOCH / 2);
    }

    /* BACK TO THE CHALLENGER */

    function testFuzz_withdrawPledge_adds_up(uint8 cases, address by) public {
        cases = uint8(bound(cases, 1, 4));
        toEpoch(3);
        for (uint256 i; i < cases; ++i) challenge(lost(i));
        passDeadline();
        for (uint256 i; i < cases; ++i) platforms.slashReceipt(lost(i));
        uint256 amount = cases * PLEDGE;
        vm.assertEq(platforms.pledgeOf(challenger), amount);
        uint256 before = challenger.balance;
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPledges.PledgeWithdrawn(challenger, amount);
        vm.prank(by);
        vm.assertEq(platforms.withdrawPledge(payable(challenger)), amount);
        vm.assertEq(challenger.balance, before + amount);
        vm.assertEq(address(platforms).balance, 0);
        refuse(by, withdrawal(challenger), nothing(challenger));
    }

    function test_withdrawPledge_of_demands() public {
        settle(receipts);
        demand(lotLeaf());
        passDeadline();
        demands.slashDemand(lotLeaf());
        uint256 before = challenger.balance;
        vm.expectEmit(true, true, true, true, address(demands));
        emit IPledges.PledgeWithdrawn(challenger, PLEDGE);
        vm.assertEq(demands.withdrawPledge(payable(challenger)), PLEDGE);
        vm.assertEq(challenger.balance, before + PLEDGE);
        refuseByDemands(withdrawal(challenger), nothing(challenger));
    }

    function testFuzz_withdrawPledge_refuses_nothing(address account) public {
        refuse(stranger, withdrawal(account), nothing(account));
        refuseByDemands(withdrawal(account), nothing(account));
    }

    /// Whoever takes no coins harms himself only.
    function test_withdrawPledge_refused_by_the_receiver() public {
        address account = address(new Coinless());
        vm.deal(account, PLEDGE);
        toEpoch(3);
        challenge(receipts[0]);
        bytes memory signature = signed(receipts[1]);
        vm.prank(account);
        platforms.challengeReceipt{value: PLEDGE}(receipts[1], signature);
        passDeadline();
        platforms.slashReceipt(receipts[1]);
        platforms.slashReceipt(receipts[0]);
        refuse(stranger, withdrawal(account), abi.encodePacked(Errors.FailedCall.selector));
        vm.assertEq(platforms.pledgeOf(account), PLEDGE);
        platforms.withdrawPledge(payable(challenger));
    }

    /* TO THE PLATFORM */

    function testFuzz_collectPledges(uint8 cases, address by) public {
        cases = uint8(bound(cases, 1, 3));
        commit(receipts);
        for (uint256 i; i < cases; ++i) challenge(receipts[i]);
        for (uint256 i; i < cases; ++i) answer(i);
        uint256 amount = cases * PLEDGE;
        vm.assertEq(platforms.pledgesWonBy(platformId), amount);
        uint256 before = operator.balance;
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPledges.PledgesCollected(platformId, operator, amount);
        vm.prank(by);
        vm.assertEq(platforms.collectPledges(platformId), amount);
        vm.assertEq(operator.balance, before + amount);
        vm.assertEq(platforms.pledgesWonBy(platformId), 0);
        refuse(by, collection(), nothing(operator));
    }

    function test_collectPledges_of_demands() public {
        settle(receipts);
        demand(lotLeaf());
        openLot(receipts, lotId);
        demands.closeDemand(lotLeaf());
        demand(recommenderLeaf(1));
        openRecommender(receipts, 1);
        demands.closeDemand(recommenderLeaf(1));
        vm.assertEq(demands.pledgesWonBy(platformId), 2 * PLEDGE);
        uint256 before = operator.balance;
        vm.expectEmit(true, true, true, true, address(demands));
        emit IPledges.PledgesCollected(platformId, operator, 2 * PLEDGE);
        vm.assertEq(demands.collectPledges(platformId), 2 * PLEDGE);
        vm.assertEq(operator.balance, before + 2 * PLEDGE);
        refuseByDemands(collection(), nothing(operator));
    }

    function test_collectPledges_refuses_nothing() public {
        refuse(stranger, collection(), nothing(operator));
        refuseByDemands(collection(), nothing(operator));
    }

    function test_collectPledges_refused_by_the_operator() public {
        commit(receipts);
        challenge(receipts[0]);
        answer(0);
        Coinless to = new Coinless();
        vm.prank(operator);
        platforms.offerOperator(platformId, address(to));
        vm.prank(address(to));
        platforms.acceptOperator(platformId);
        refuse(stranger, collection(), abi.encodePacked(Errors.FailedCall.selector));
        vm.assertEq(platforms.pledgesWonBy(platformId), PLEDGE);
    }

    /// Coins come with cases only.
    function test_coins_without_a_case_are_refused() public {
        assertRefused(stranger, address(platforms), 1 ether, "", "");
        assertRefused(stranger, address(demands), 1 ether, "", "");
    }

    /* HELPERS */

    function refusePledge(uint256 pledge, bytes memory expected) private {
        bytes memory data = abi.encodeCall(IChallenges.challengeReceipt, (receipts[0], signed(receipts[0])));
        assertRefused(challenger, address(platforms), pledge, data, expected);
    }

    function withdrawal(address account) private pure returns (bytes memory) {
        return abi.encodeCall(IPledges.withdrawPledge, (payable(account)));
    }

    function collection() private view returns (bytes memory) {
        return abi.encodeCall(IPledges.collectPledges, (platformId));
    }

    function nothing(address account) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IPledges.NothingToWithdraw.selector, account);
    }
}
