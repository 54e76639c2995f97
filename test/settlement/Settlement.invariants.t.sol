// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ISettlement, Statement} from "../../contracts/settlement/ISettlement.sol";
import {SettlementHandler} from "../support/SettlementHandler.sol";
import {vm} from "../support/Vm.sol";

/// @notice The runner calls only contracts of this file.
contract Settling is SettlementHandler {}

contract SettlementInvariants {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    SettlementHandler private handler;

    function setUp() public {
        handler = new Settling();
        handler.prepare();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        targets = new FuzzSelector[](1);
        bytes4[] memory selectors = new bytes4[](15);
        selectors[0] = handler.commitOrders.selector;
        selectors[1] = handler.offerAnother.selector;
        selectors[2] = handler.openSomeLot.selector;
        selectors[3] = handler.openSomeNominee.selector;
        selectors[4] = handler.openSomeRecommender.selector;
        selectors[5] = handler.takeSomePot.selector;
        selectors[6] = handler.carrySomePot.selector;
        selectors[7] = handler.returnSome.selector;
        selectors[8] = handler.withdrawSome.selector;
        selectors[9] = handler.collect.selector;
        selectors[10] = handler.sweepSome.selector;
        selectors[11] = handler.expireSome.selector;
        selectors[12] = handler.setSomeShares.selector;
        selectors[13] = handler.pass.selector;
        selectors[14] = handler.compensateSome.selector;
        targets[0] = FuzzSelector(address(handler), selectors);
    }

    /// The invariants would hold of a handler that does nothing, too: one long walk must reach every kind of success.
    function test_the_handler_gets_somewhere() external {
        for (uint256 i; i < 600; ++i) {
            uint256 seed = uint256(keccak256(abi.encode(i)));
            bytes4[] memory selectors = this.targetSelectors()[0].selectors;
            bytes4 selector = selectors[seed % selectors.length];
            (bool success, ) = address(handler).call(abi.encodeWithSelector(selector, seed >> 8, seed >> 16));
            vm.assertTrue(success);
        }
        vm.assertGt(handler.posts().length, 10);
        vm.assertGt(handler.successes(0), 10);
        vm.assertGt(handler.successes(1), 2);
        vm.assertGt(handler.successes(2), 10);
        vm.assertGt(handler.successes(3), 10);
        for (uint256 i = 4; i < 7; ++i) vm.assertGt(handler.successes(i), 2);
        this.invariant_TheBalanceIsWhatIsOwed();
        this.invariant_AStatementPaysAtMostItsDepositAndItsLeavesAtMostItsTotals();
        this.invariant_NoLeafIsOpenedTwice();
        this.invariant_CompensationsCreditWhatTheyBring();
    }

    /// Leaves of statements draw on their deposits only, and what bonds pay is all credited.
    /// forge-config: default.invariant.runs = 20
    /// forge-config: default.invariant.depth = 120
    function invariant_CompensationsCreditWhatTheyBring() external view {
        vm.assertEq(handler.credited(), handler.toppedUp());
    }

    /// forge-config: default.invariant.runs = 20
    /// forge-config: default.invariant.depth = 120
    function invariant_TheBalanceIsWhatIsOwed() external view {
        (, uint256 balance) = handler.contracts();
        vm.assertEq(balance, handler.obligations());
        vm.assertEq(balance, handler.moneyIn() - handler.moneyOut());
    }

    /// forge-config: default.invariant.runs = 20
    /// forge-config: default.invariant.depth = 120
    function invariant_AStatementPaysAtMostItsDepositAndItsLeavesAtMostItsTotals() external view {
        (ISettlement settlement, ) = handler.contracts();
        SettlementHandler.Posted[] memory posted = handler.posts();
        for (uint256 i; i < posted.length; ++i) {
            SettlementHandler.Posted memory one = posted[i];
            Statement memory statement = settlement.statementOf(one.platformId, one.epoch);
            vm.assertLe(one.paid, one.held);
            vm.assertEq(statement.remaining, one.held - one.paid - one.swept);
            vm.assertLe(one.lotSales, statement.totals.sales());
            vm.assertLe(one.lotFees, statement.totals.fees());
            vm.assertLe(one.lotOrders, statement.totals.count());
            vm.assertLe(one.commissions, statement.totals.commissions());
        }
    }

    /// forge-config: default.invariant.runs = 20
    /// forge-config: default.invariant.depth = 120
    function invariant_NoLeafIsOpenedTwice() external view {
        vm.assertFalse(handler.openedTwice());
        (ISettlement settlement, ) = handler.contracts();
        for (uint32 lot; lot < handler.lotCount(); ++lot) {
            for (uint32 id; id < 4; ++id) vm.assertEq(settlement.nominatedOf(lot, id), handler.nominated(lot, id));
        }
    }
}
